package org.scimforcrowd;

import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Collects the methods and fields of com.atlassian that class files use, as `owner.name(descriptor`
 * or `owner.name:type`.
 */
final class CalledMembers extends ClassVisitor {
  private final SortedSet<String> found = new TreeSet<>();

  CalledMembers() {
    super(Opcodes.ASM9);
  }

  void read(byte[] classFile) {
    new ClassReader(classFile).accept(this, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
  }

  SortedSet<String> found() {
    return found;
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String member, String type, boolean isInterface) {
        add(owner, member + type);
      }

      @Override
      public void visitFieldInsn(int opcode, String owner, String member, String type) {
        add(owner, member + ":" + type);
      }

      @Override
      public void visitInvokeDynamicInsn(
          String member, String type, Handle bootstrap, Object... arguments) {
        for (Object argument : arguments) {
          if (argument instanceof Handle handle) {
            add(handle.getOwner(), handle.getName() + handle.getDesc());
          }
        }
      }
    };
  }

  private void add(String owner, String member) {
    if (owner.startsWith("com/atlassian/")) {
      found.add(owner + "." + member);
    }
  }
}
