package org.scimforcrowd.devhost;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one request asked of Crowd's managers and what it was answered, kept to be done again without the app: the
 * least that such a request can cost.
 */
public final class Recordings {
  /** What the request was answered. */
  public record Answer(int status, String contentType, byte[] body) {}

  private record Call(Object manager, Method method, Object[] arguments, Class<?> failure) {}

  private record Recording(List<Call> calls, Answer answer) {}

  private final Map<String, Recording> kept = new ConcurrentHashMap<>();

  /** Null while nothing is recorded. */
  private volatile List<Call> calls;

  /** From now on every call is recorded. Only one request at a time can be. */
  public void begin() {
    calls = Collections.synchronizedList(new ArrayList<>());
  }

  /** Ends the recording and keeps it under that name. */
  public void keep(String name, Answer answer) {
    List<Call> recorded = Objects.requireNonNull(calls, "nothing is recorded");
    calls = null;
    kept.put(name, new Recording(List.copyOf(recorded), answer));
  }

  public void forgetAll() {
    kept.clear();
  }

  /**
   * Notes a call that has come to its end.
   *
   * @param failure what it threw; null where it went well
   */
  public void note(Object manager, Method method, Object[] arguments, Throwable failure) {
    List<Call> recorded = calls;
    if (recorded != null) {
      recorded.add(
          new Call(manager, method, arguments, failure == null ? null : failure.getClass()));
    }
  }

  /**
   * Makes the calls of a recording again.
   *
   * @return what the recorded request was answered
   * @throws IllegalStateException where there is no such recording, or a call ends otherwise than then
   */
  public Answer replay(String name) throws ReflectiveOperationException {
    Recording recording = kept.get(name);
    if (recording == null) {
      throw new IllegalStateException("There is no recording " + name);
    }
    for (Call call : recording.calls) {
      replay(call);
    }
    return recording.answer;
  }

  private static void replay(Call call) throws IllegalAccessException {
    Throwable failure = null;
    try {
      call.method.invoke(call.manager, call.arguments);
    } catch (InvocationTargetException e) {
      failure = e.getCause();
    }
    Class<?> kind = failure == null ? null : failure.getClass();
    if (kind != call.failure) {
      throw new IllegalStateException(
          call.method.getName() + " ended with " + kind + ", recorded was " + call.failure, failure);
    }
  }
}
