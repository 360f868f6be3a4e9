package org.scimforcrowd.engine;

/**
 * The part of the app that decides everything, behind a door that takes and gives text (ADR
 * 0001).
 */
public interface Engine {
  /**
   * @param who sends it, from a bounded number of names; nobody takes more than half of the engine
   * @param exchange one request as JSON, see exchange.ts
   * @return its answer as JSON
   * @throws EngineFault if the script failed
   * @throws EngineStopped if it ran too long or the app is stopped
   * @throws EngineBusy if no room for one more exchange came free in time
   */
  String handle(String who, String exchange);
}
