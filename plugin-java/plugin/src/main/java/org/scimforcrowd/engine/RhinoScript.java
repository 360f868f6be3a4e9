package org.scimforcrowd.engine;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.mozilla.javascript.BaseFunction;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.Script;
import org.mozilla.javascript.ScriptRuntime;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/**
 * One script, run by Rhino, reached through functions that take and give text. The only class that
 * knows Rhino.
 *
 * <p>No Java class can be reached from the script. It is compiled once; each call borrows one of a
 * bounded number of scopes. A call that computes for longer than the limit is stopped; time spent
 * in the host does not count. Starts nothing of its own: no thread, no thread local outlives a
 * call.
 */
public final class RhinoScript implements AutoCloseable {
  private static final int INSTRUCTIONS_BETWEEN_LOOKS = 100_000;
  private static final int STACK_DEPTH = 2_000;
  private static final Duration MOST_FOR_A_NEW_SCOPE = Duration.ofMinutes(1);

  private final Options options;
  private final HostCall host;
  private final Factory factory = new Factory();
  private final Scopes room;
  private final ConcurrentLinkedQueue<ScriptableObject> scopes = new ConcurrentLinkedQueue<>();
  private volatile Script script;
  private volatile boolean stopped;

  /**
   * @param name how the script is called in positions, e.g. engine.js
   * @param source its text
   * @param sourceMap read on the first failure only
   * @param limit how long a call may compute
   * @param scopes how many calls may run at once
   * @param patience how long a call waits for a scope
   * @param compiled true to make Java classes of the script: faster, slower to start, keeps memory
   *     after an upgrade
   */
  public record Options(
      String name,
      String source,
      Supplier<String> sourceMap,
      Duration limit,
      int scopes,
      Duration patience,
      boolean compiled) {}

  public RhinoScript(Options options, HostCall host) {
    this.options = options;
    this.host = host;
    this.room = new Scopes(options.scopes(), options.patience());
    this.factory.initApplicationClassLoader(RhinoScript.class.getClassLoader());
  }

  /**
   * Calls {@code object.function(arguments…)}.
   *
   * @param who asks; nobody has more than half of the scopes at once
   * @throws EngineFault with the place in the TypeScript sources
   * @throws EngineStopped if it computed for longer than the limit, or this is closed
   * @throws EngineBusy if no scope came free in time
   */
  public String call(String who, String object, String function, String... arguments) {
    room.take(who);
    TimedContext context = (TimedContext) factory.enterContext();
    try {
      if (stopped) {
        throw new ScriptStopped("the app has been stopped");
      }
      context.deadline = System.nanoTime() + MOST_FOR_A_NEW_SCOPE.toNanos();
      ScriptableObject scope = borrowScope(context);
      context.deadline = System.nanoTime() + options.limit().toNanos();
      String result = invoke(context, scope, object, function, arguments);
      scopes.add(scope); // one in which a call failed is not used again
      return result;
    } catch (RhinoException failure) {
      throw new EngineFault(
          failure.details() + "\n" + place(failure.getScriptStackTrace()), failure);
    } catch (StackOverflowError tooDeep) {
      throw new EngineFault("the script went too deep");
    } catch (ScriptStopped stop) {
      throw new EngineStopped(stop.getMessage());
    } finally {
      Context.exit();
      room.giveBack(who);
    }
  }

  /**
   * Positions of the bundle in a stack trace, as positions in the TypeScript sources where they are
   * known.
   */
  public String place(String stack) {
    try {
      return SourceMap.read(options.sourceMap().get()).translate(stack, options.name()).strip();
    } catch (RuntimeException unreadable) {
      return stack.strip();
    }
  }

  /** Ends running calls at their next look at the clock and refuses new ones. */
  @Override
  public void close() {
    stopped = true;
    script = null;
    scopes.clear();
  }

  private ScriptableObject borrowScope(Context context) {
    ScriptableObject free = scopes.poll();
    return free != null ? free : newScope(context);
  }

  private ScriptableObject newScope(Context context) {
    ScriptableObject scope = context.initSafeStandardObjects();
    ScriptableObject.putProperty(scope, "globalThis", scope);
    ScriptableObject.putProperty(scope, "hostCall", new HostFunction(scope));
    compiled(context).exec(context, scope);
    return scope;
  }

  private synchronized Script compiled(Context context) {
    if (script == null) {
      script = context.compileString(options.source(), options.name(), 1, null);
    }
    return script;
  }

  private static String invoke(
      Context context,
      ScriptableObject scope,
      String object,
      String function,
      String... arguments) {
    Object holder = ScriptableObject.getProperty(scope, object);
    if (!(holder instanceof ScriptableObject owner)
        || !(ScriptableObject.getProperty(owner, function) instanceof Function door)) {
      throw new EngineFault("the script defines no " + object + "." + function);
    }
    Object result = door.call(context, scope, owner, (Object[]) arguments);
    if (!(result instanceof CharSequence)) {
      throw new EngineFault(object + "." + function + " gave no text");
    }
    return result.toString();
  }

  /** An Error, because scripts can catch exceptions. */
  private static final class ScriptStopped extends Error {
    ScriptStopped(String message) {
      super(message, null, false, false);
    }
  }

  private static final class TimedContext extends Context {
    private long deadline;

    TimedContext(ContextFactory factory) {
      super(factory);
    }
  }

  private final class Factory extends ContextFactory {
    @Override
    protected Context makeContext() {
      Context context = new TimedContext(this);
      context.setLanguageVersion(Context.VERSION_ES6);
      context.setInterpretedMode(!options.compiled());
      context.setGeneratingDebug(false);
      context.setClassShutter(name -> false);
      context.setInstructionObserverThreshold(INSTRUCTIONS_BETWEEN_LOOKS);
      if (!options.compiled()) {
        context.setMaximumInterpreterStackDepth(STACK_DEPTH);
      }
      return context;
    }

    @Override
    protected void observeInstructionCount(Context context, int count) {
      if (stopped) {
        throw new ScriptStopped("the app has been stopped");
      }
      if (System.nanoTime() - ((TimedContext) context).deadline > 0) {
        throw new ScriptStopped("the script ran longer than " + options.limit().toMillis() + " ms");
      }
    }
  }

  /** The one function of the host that the script sees. */
  private final class HostFunction extends BaseFunction {
    HostFunction(ScriptableObject scope) {
      super(scope, getFunctionPrototype(scope));
    }

    @Override
    public Object call(Context context, Scriptable scope, Scriptable self, Object[] arguments) {
      if (arguments.length != 3) {
        throw ScriptRuntime.typeError("hostCall takes port, method and arguments");
      }
      if (stopped) {
        throw new ScriptStopped("the app has been stopped");
      }
      long began = System.nanoTime();
      try {
        return host.call(arguments[0].toString(), arguments[1].toString(), arguments[2].toString());
      } finally {
        ((TimedContext) context).deadline += System.nanoTime() - began;
      }
    }
  }
}
