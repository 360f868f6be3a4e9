package org.scimforcrowd.devhost.osgi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Adapts Gemini Blueprint 3.0.0.M01 to Spring 6: wider import ranges, and the seven members that Spring 6 no
 * longer has. No Gemini for Spring 6 is published on Maven Central.
 */
final class GeminiOnSpring6 {
  /** Gemini has an anonymous class that implements this interface. */
  static final String DROPPED_TYPE =
      "org/springframework/beans/factory/support/SecurityContextProvider.class";

  private static final String ASSERT = "org/springframework/util/Assert";
  private static final String CANCEL_ON_SPRING_5 = "(Lorg/springframework/beans/BeansException;)V";
  private static final String CANCEL_ON_SPRING_6 = "(Ljava/lang/Throwable;)V";
  private static final Set<String> ASSERTS_WITHOUT_MESSAGE =
      Set.of("(Ljava/lang/Object;)V", "(Ljava/lang/String;)V", "([Ljava/lang/Object;)V");

  private GeminiOnSpring6() {}

  static boolean isNeeded(String springVersion) {
    return !springVersion.startsWith("5.");
  }

  static void patch(Path source, Path target) throws IOException {
    try (JarOutputStream out =
        new JarOutputStream(Files.newOutputStream(target), widened(source))) {
      JarEntries.each(
          source,
          (name, content) -> {
            byte[] bytes = content.readAllBytes();
            JarEntries.put(out, name, name.endsWith(".class") ? rewritten(bytes) : bytes);
          });
    }
  }

  private static Manifest widened(Path source) throws IOException {
    try (JarFile jar = new JarFile(source.toFile())) {
      Manifest manifest = new Manifest(jar.getManifest());
      String imports = manifest.getMainAttributes().getValue("Import-Package");
      manifest
          .getMainAttributes()
          .putValue("Import-Package", imports.replace("[5.0.0,6)", "[5.0.0,7)"));
      return manifest;
    }
  }

  private static byte[] rewritten(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new CallRewriter(
                super.visitMethod(access, name, descriptor, signature, exceptions));
          }
        },
        0);
    return writer.toByteArray();
  }

  static byte[] droppedType() {
    ClassWriter writer = new ClassWriter(0);
    int kind = Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
    String name = DROPPED_TYPE.replace(".class", "");
    writer.visit(Opcodes.V1_8, kind, name, null, "java/lang/Object", null);
    writer
        .visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT,
            "getAccessControlContext",
            "()Ljava/security/AccessControlContext;",
            null,
            null)
        .visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static final class CallRewriter extends MethodVisitor {
    CallRewriter(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals(ASSERT) && ASSERTS_WITHOUT_MESSAGE.contains(descriptor)) {
        visitLdcInsn("[Assertion failed]");
        String withMessage = descriptor.replace(")V", "Ljava/lang/String;)V");
        super.visitMethodInsn(opcode, owner, name, withMessage, isInterface);
      } else if (name.equals("cancelRefresh") && descriptor.equals(CANCEL_ON_SPRING_5)) {
        super.visitMethodInsn(opcode, owner, name, CANCEL_ON_SPRING_6, isInterface);
      } else if (name.equals("setSecurityContextProvider")) {
        visitInsn(Opcodes.POP2);
      } else if (name.equals("getAccessControlContext")
          && owner.startsWith("org/springframework/beans/")) {
        visitInsn(Opcodes.POP);
        visitInsn(Opcodes.ACONST_NULL);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }
  }
}
