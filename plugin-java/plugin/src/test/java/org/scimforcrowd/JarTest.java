package org.scimforcrowd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/** Opens the JAR as it was built, and looks that it fits into Crowd 6 and 7. */
class JarTest {
  private static final Path JAR = Path.of(System.getProperty("jar"));
  private static final String KEY = System.getProperty("plugin.key");
  private static final String FLAVOUR = System.getProperty("flavour");
  private static final int JAVA_17 = 61;
  private static final List<String> FOREIGN =
      List.of(
          "com/atlassian/",
          "javax/servlet/",
          "jakarta/servlet/",
          "org/springframework/",
          "org/slf4j/",
          "org/osgi/");
  private static final Map<String, Set<String>> MANDATORY =
      Map.of(
          "universal", Set.of("org.osgi.framework", "org.osgi.util.tracker", "org.slf4j"),
          "javax",
              Set.of(
                  "org.osgi.framework",
                  "org.osgi.util.tracker",
                  "org.slf4j",
                  "javax.servlet",
                  "javax.servlet.http"),
          "jakarta",
              Set.of(
                  "org.osgi.framework",
                  "org.osgi.util.tracker",
                  "org.slf4j",
                  "jakarta.servlet",
                  "jakarta.servlet.http"));

  private static Attributes manifest;
  private static Map<String, byte[]> entries;
  private static Map<String, byte[]> classes;

  @BeforeAll
  static void open() throws IOException {
    entries = new LinkedHashMap<>();
    try (InputStream in = Files.newInputStream(JAR)) {
      entries.putAll(entries(in));
    }
    Manifest read = new Manifest(new ByteArrayInputStream(entries.get("META-INF/MANIFEST.MF")));
    manifest = read.getMainAttributes();
    classes = new TreeMap<>();
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      if (entry.getKey().endsWith(".class")) {
        classes.put(entry.getKey(), entry.getValue());
      } else if (entry.getKey().endsWith(".jar")) {
        entries(new ByteArrayInputStream(entry.getValue()))
            .forEach((name, bytes) -> addInner(entry.getKey(), name, bytes));
      }
    }
  }

  private static void addInner(String jar, String name, byte[] bytes) {
    if (name.endsWith(".class")) {
      classes.put(jar + "!" + name, bytes);
    }
  }

  private static Map<String, byte[]> entries(InputStream in) throws IOException {
    Map<String, byte[]> found = new LinkedHashMap<>();
    try (ZipInputStream jar = new ZipInputStream(in)) {
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        if (!entry.isDirectory()) {
          assertFalse(found.containsKey(entry.getName()), entry.getName());
          found.put(entry.getName(), jar.readAllBytes());
        }
      }
    }
    return found;
  }

  @Test
  void holdsNoClassOfTheHost() {
    Set<String> foreign = new TreeSet<>();
    for (String name : classes.keySet()) {
      String path = name.substring(name.indexOf('!') + 1);
      if (FOREIGN.stream().anyMatch(path::startsWith)) {
        foreign.add(name);
      }
    }
    assertEquals(Set.of(), foreign);
  }

  @Test
  void isATransformerlessPluginWithASpringContext() {
    Pattern key = Pattern.compile("<atlassian-plugin key=\"([^\"]+)\"");
    Matcher descriptor = key.matcher(text("atlassian-plugin.xml"));
    assertTrue(descriptor.find());
    assertEquals(KEY, descriptor.group(1));
    assertEquals(KEY, manifest.getValue("Atlassian-Plugin-Key"));
    assertEquals(KEY, manifest.getValue("Bundle-SymbolicName"));
    assertEquals("2", manifest.getValue("Bundle-ManifestVersion"));
    assertEquals("*", manifest.getValue("Spring-Context"));
    assertTrue(manifest.getValue("Bundle-Version").matches("\\d+\\.\\d+\\.\\d+(\\.\\w+)?"));
    assertFalse(text("atlassian-plugin.xml").contains("${"), "an unfiltered placeholder");
  }

  @Test
  void hasNoHeaderThatCouldHinderItsStart() {
    for (String header :
        List.of(
            "Export-Package",
            "Require-Capability",
            "Require-Bundle",
            "Bundle-Activator",
            "DynamicImport-Package",
            "Private-Package",
            "Bnd-LastModified")) {
      assertEquals(null, manifest.getValue(header), header);
    }
  }

  @Test
  void findsItsInnerJars() {
    List<String> classPath = List.of(manifest.getValue("Bundle-ClassPath").split(","));
    Set<String> jars =
        entries.keySet().stream()
            .filter(name -> name.endsWith(".jar"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(".", classPath.get(0));
    assertEquals(jars, new TreeSet<>(classPath.subList(1, classPath.size())));
    assertEquals(3, jars.size());
  }

  @Test
  void importsNothingThatAHostMayLackAsMandatory() {
    Map<String, String> imports = imports();
    Set<String> mandatory = new TreeSet<>();
    imports.forEach(
        (name, directives) -> {
          assertTrue(directives.contains("version=0"), name + directives);
          assertFalse(name.startsWith("java."), name);
          if (!directives.contains("resolution:=optional")) {
            mandatory.add(name);
          }
        });
    assertEquals(new TreeSet<>(MANDATORY.get(FLAVOUR)), mandatory);
    assertTrue(imports.containsKey("com.atlassian.annotations.security"));
    assertTrue(imports.containsKey("com.atlassian.crowd.embedded.impl"));
    if (FLAVOUR.equals("universal")) {
      assertTrue(
          imports
              .keySet()
              .containsAll(
                  Set.of(
                      "javax.servlet",
                      "javax.servlet.http",
                      "jakarta.servlet",
                      "jakarta.servlet.http")));
    }
  }

  private static Map<String, String> imports() {
    Map<String, String> imports = new TreeMap<>();
    for (String clause : manifest.getValue("Import-Package").split(",")) {
      String[] parts = clause.split(";", 2);
      imports.put(parts[0].strip(), parts.length == 1 ? "" : parts[1].replace("\"", ""));
    }
    return imports;
  }

  @Test
  void isSmall() throws IOException {
    assertTrue(Files.size(JAR) < 8L << 20, () -> JAR + " is too large");
  }

  @Test
  void holdsOneEngineAndThePage() {
    List<String> engine =
        entries.keySet().stream().filter(name -> name.startsWith("engine/")).sorted().toList();
    assertEquals(List.of("engine/engine.js", "engine/engine.js.map"), engine);
    JsonObject entry = JsonParser.parseString(text("admin/entry.json")).getAsJsonObject();
    entry.getAsJsonArray("js").forEach(name -> assertHasAsset(name.getAsString()));
    entry.getAsJsonArray("css").forEach(name -> assertHasAsset(name.getAsString()));
    assertFalse(entry.getAsJsonArray("js").isEmpty());
  }

  private static void assertHasAsset(String name) {
    assertTrue(entries.containsKey("admin/" + name), name);
  }

  @Test
  void holdsNoSources() {
    for (String name : entries.keySet()) {
      assertFalse(name.endsWith(".ts") || name.endsWith(".tsx") || name.endsWith(".java"), name);
      if (name.endsWith(".map")) {
        JsonObject map = JsonParser.parseString(text(name)).getAsJsonObject();
        assertFalse(map.has("sourcesContent"), name);
      }
    }
  }

  @Test
  void namesNoPlaceOfTheMachineThatBuiltIt() {
    Set<String> named = new TreeSet<>();
    ours().forEach((name, bytes) -> named.addAll(placesIn(name, bytes)));
    assertEquals(Set.of(), named);
    entries.keySet().forEach(name -> assertFalse(name.startsWith("/") || name.contains(".."), name));
  }

  /** What we build; the libraries in the inner JARs are as their makers built them. */
  private static Map<String, byte[]> ours() {
    Map<String, byte[]> found = new TreeMap<>(entries);
    found.keySet().removeIf(name -> name.endsWith(".jar"));
    return found;
  }

  private static Set<String> placesIn(String name, byte[] bytes) {
    String content = new String(bytes, ISO_8859_1);
    return places().stream()
        .map(place -> place.matcher(content))
        .filter(Matcher::find)
        .map(found -> name + " has " + found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The checkout, also where its path goes over a link, and where people have theirs: /Users/ alone
   * is SCIM's.
   */
  private static List<Pattern> places() {
    Path checkout = JAR.toAbsolutePath().getParent().getParent().getParent().getParent();
    try {
      return List.of(
          Pattern.compile(Pattern.quote(checkout.normalize() + "/")),
          Pattern.compile(Pattern.quote(checkout.toRealPath() + "/")),
          Pattern.compile("file:///"),
          Pattern.compile("/(root|home)/"),
          Pattern.compile("/Users/[\\w.-]+/\\w"),
          Pattern.compile("\\b[A-Z]:\\\\{1,2}\\w"));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** A control: what names a place is caught, wherever that stands. */
  @ParameterizedTest
  @CsvSource({
    "/home/ada/app/a.ts, true",
    "/root/app/a.ts, true",
    "/Users/ada/app/a.ts, true",
    "C:\\app\\a.ts, true",
    "C:\\\\app\\\\a.ts, true",
    "file:///a.ts, true",
    "frontend/engine/src/a.ts, false",
    "https://a/b, false",
    "/Users/42, false",
    "the checkout, true",
  })
  void catchesEachPlaceOfAMachine(String place, boolean isCaught) {
    String checkout = JAR.toAbsolutePath().getParent().getParent() + "/../../frontend";
    String text = place.equals("the checkout") ? Path.of(checkout).normalize() + "/a" : place;
    byte[] bytes = ("\u0000x\"" + text + "\"").getBytes(UTF_8);
    assertEquals(isCaught, !placesIn("a.map", bytes).isEmpty());
  }

  @Test
  void looksTheSameWheneverItIsBuilt() throws IOException {
    Set<String> times = new TreeSet<>();
    try (JarInputStream jar = new JarInputStream(Files.newInputStream(JAR))) {
      for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
        times.add(entry.getTimeLocal().toString());
      }
    }
    assertEquals(1, times.size(), times.toString());
    assertEquals(null, manifest.getValue("Created-By"));
    assertEquals(null, manifest.getValue("Build-Jdk-Spec"));
  }

  @Test
  void runsOnJava17() {
    Set<String> newer = new TreeSet<>();
    classes.forEach(
        (name, bytes) -> {
          boolean forLaterJava = name.matches(".*!META-INF/versions/(1[89]|[2-9]\\d)/.*");
          if (!forLaterJava && ((bytes[6] & 0xff) << 8 | bytes[7] & 0xff) > JAVA_17) {
            newer.add(name);
          }
        });
    assertEquals(Set.of(), newer);
  }

  @Test
  void letsCrowdSeeThatItsServletsAreUnrestricted() {
    for (String api : List.of("javax/Javax", "jakarta/Jakarta")) {
      for (String kind : List.of("Scim", "Admin")) {
        String name = "org/scimforcrowd/http/" + api + kind + "Servlet.class";
        assertEquals(
            Set.of("Lcom/atlassian/annotations/security/UnrestrictedAccess;"),
            runtimeAnnotations(classes.get(name)),
            name);
      }
    }
  }

  private static Set<String> runtimeAnnotations(byte[] classFile) {
    assertNotNull(classFile);
    Set<String> found = new TreeSet<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                if (visible) {
                  found.add(descriptor);
                }
                return null;
              }
            },
            0);
    return found;
  }

  /**
   * A new call of Crowd's API needs a line in used-members.txt, with the evidence that Crowd 6 and
   * 7 have it.
   */
  @Test
  void callsOnlyWhatCrowd6And7Have() {
    CalledMembers called = new CalledMembers();
    classes.forEach(
        (name, bytes) -> {
          if (name.startsWith("org/scimforcrowd/")) {
            called.read(bytes);
          }
        });
    Map<String, String> known = new TreeMap<>();
    for (String line : text("org/scimforcrowd/crowd/used-members.txt").lines().toList()) {
      if (!line.startsWith("#")) {
        String[] parts = line.split(" ", 2);
        known.put(parts[0], parts[1]);
      }
    }
    assertEquals(Set.of(), without(called.found(), known.keySet()), "called, but not listed");
    assertEquals(Set.of(), without(known.keySet(), called.found()), "listed, but not called");
    assertEquals(Set.of("7.2", "javadoc", "5.1"), Set.copyOf(known.values()));
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  private static String text(String name) {
    assertTrue(entries.containsKey(name), name + " is missing");
    return new String(entries.get(name), UTF_8);
  }
}
