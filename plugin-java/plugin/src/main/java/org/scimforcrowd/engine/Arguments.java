package org.scimforcrowd.engine;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** The arguments of one call of a port, read by place. */
public record Arguments(JsonArray values) {

  public String text(int index) {
    return values.get(index).getAsString();
  }

  public int number(int index) {
    return values.get(index).getAsInt();
  }

  public boolean flag(int index) {
    return values.get(index).getAsBoolean();
  }

  public JsonObject object(int index) {
    return values.get(index).getAsJsonObject();
  }

  public boolean isAbsent(int index) {
    return index >= values.size() || values.get(index).isJsonNull();
  }

  public List<String> texts(int index) {
    List<String> texts = new ArrayList<>();
    for (JsonElement value : values.get(index).getAsJsonArray()) {
      texts.add(value.getAsString());
    }
    return texts;
  }
}
