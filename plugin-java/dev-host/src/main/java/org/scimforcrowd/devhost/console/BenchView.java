package org.scimforcrowd.devhost.console;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.management.ObjectName;
import org.scimforcrowd.devhost.Crowd;
import org.scimforcrowd.devhost.Recordings;
import org.scimforcrowd.devhost.http.WebAnswer;
import org.scimforcrowd.devhost.http.WebRequest;

/** What only the benchmark asks of the stand-in: rows by SQL, recordings of requests, memory and time. */
final class BenchView {
  private static final String NOTHING = "{}";
  private static final double NANOSECONDS = 1e6;

  private final Crowd crowd;
  private final Gson gson = new GsonBuilder().serializeNulls().create();

  BenchView(Crowd crowd) {
    this.crowd = crowd;
  }

  /** Empty for what is not here. A request that cannot be read is answered 400. */
  Optional<WebAnswer> answer(WebRequest request) throws Exception {
    String asked = request.method() + " " + request.path();
    try {
      return switch (asked) {
        case "GET /stand-in/traffic" -> json(gson.toJson(crowd.traffic()));
        case "GET /stand-in/cpu" -> json(cpu());
        case "GET /stand-in/memory" -> json(memory());
        case "POST /stand-in/sql" -> json(sql(object(request)));
        case "POST /stand-in/recording" -> json(record(object(request)));
        default -> Optional.empty();
      };
    } catch (RuntimeException e) {
      JsonObject error = new JsonObject();
      error.addProperty("error", String.valueOf(e.getMessage()));
      return Optional.of(WebAnswer.json(400, error.toString()));
    }
  }

  private static Optional<WebAnswer> json(String text) {
    return Optional.of(WebAnswer.json(200, text));
  }

  private static JsonObject object(WebRequest request) throws Exception {
    return JsonParser.parseString(request.body()).getAsJsonObject();
  }

  /** Processor time of this process since its start. */
  private String cpu() throws Exception {
    Object nanoseconds =
        ManagementFactory.getPlatformMBeanServer()
            .getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "ProcessCpuTime");
    return gson.toJson(Map.of("milliseconds", ((Long) nanoseconds) / NANOSECONDS));
  }

  /** Bytes in use after a collection, and threads. */
  private String memory() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    long used = memory.getHeapMemoryUsage().getUsed();
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    return gson.toJson(Map.of("used", used, "threads", threads));
  }

  /** {@code {"sql", "rows"}}: the statement once for each row of parameters; of a SELECT, what it finds. */
  private String sql(JsonObject wanted) {
    List<Object[]> rows = new ArrayList<>();
    wanted.getAsJsonArray("rows").forEach(row -> rows.add(parameters(row.getAsJsonArray())));
    return gson.toJson(crowd.sql(wanted.get("sql").getAsString(), rows));
  }

  private static Object[] parameters(JsonArray row) {
    Object[] parameters = new Object[row.size()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = parameter(row.get(i));
    }
    return parameters;
  }

  private static Object parameter(JsonElement value) {
    if (value.isJsonNull()) {
      return null;
    }
    JsonPrimitive primitive = value.getAsJsonPrimitive();
    return primitive.isNumber() ? (Object) primitive.getAsLong() : primitive.getAsString();
  }

  /**
   * {@code {"record": true}} begins, {@code {"keep", "status", "contentType", "answer"}} ends, {@code {}} forgets all.
   */
  private String record(JsonObject wanted) {
    Recordings recordings = crowd.recordings();
    if (wanted.has("record")) {
      recordings.begin();
    } else if (wanted.has("keep")) {
      recordings.keep(wanted.get("keep").getAsString(), answerOf(wanted));
    } else {
      recordings.forgetAll();
    }
    return NOTHING;
  }

  private static Recordings.Answer answerOf(JsonObject wanted) {
    return new Recordings.Answer(
        wanted.get("status").getAsInt(),
        wanted.get("contentType").getAsString(),
        wanted.get("answer").getAsString().getBytes(StandardCharsets.UTF_8));
  }
}
