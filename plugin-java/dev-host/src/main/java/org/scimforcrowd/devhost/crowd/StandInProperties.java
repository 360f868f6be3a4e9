package org.scimforcrowd.devhost.crowd;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;

/** What the stand-in says about itself. */
final class StandInProperties implements ApplicationProperties {
  private final Supplier<String> baseUrl;
  private final Path home;
  private final String version;

  StandInProperties(Supplier<String> baseUrl, Path home, String version) {
    this.baseUrl = baseUrl;
    this.home = home;
    this.version = version;
  }

  @Override
  @Deprecated
  public String getBaseUrl() {
    return baseUrl.get();
  }

  @Override
  public String getBaseUrl(UrlMode urlMode) {
    boolean relative = urlMode == UrlMode.RELATIVE || urlMode == UrlMode.RELATIVE_CANONICAL;
    return relative ? URI.create(baseUrl.get()).getPath() : baseUrl.get();
  }

  @Override
  public String getDisplayName() {
    return "Crowd";
  }

  @Override
  public String getPlatformId() {
    return PLATFORM_CROWD;
  }

  @Override
  public String getVersion() {
    return version;
  }

  @Override
  public Date getBuildDate() {
    return new Date(0);
  }

  @Override
  public String getBuildNumber() {
    return "0";
  }

  @Override
  @Deprecated
  public File getHomeDirectory() {
    return home.toFile();
  }

  @Override
  public Optional<Path> getLocalHomeDirectory() {
    return Optional.of(home);
  }

  @Override
  public Optional<Path> getSharedHomeDirectory() {
    return Uncertain.SHARED_HOME_IS_TOLD.holds()
        ? Optional.of(home.resolve("shared"))
        : Optional.empty();
  }

  @Override
  @Deprecated
  public String getPropertyValue(String key) {
    return null;
  }

  @Override
  public String getApplicationFileEncoding() {
    return StandardCharsets.UTF_8.name();
  }
}
