package org.scimforcrowd.activity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The lines of a file, last first, read block by block from its end. A line without an end is one
 * too.
 */
final class LinesFromEnd implements AutoCloseable {
  private static final int BLOCK = 64 << 10;

  private final RandomAccessFile file;
  private final long size;
  private long blockStart;
  private byte[] block = new byte[0];
  private int position;

  LinesFromEnd(Path path) throws IOException {
    file = new RandomAccessFile(path.toFile(), "r");
    size = file.length();
    blockStart = size;
  }

  /** How much of the file has been read so far. */
  long bytesRead() {
    return size - blockStart;
  }

  Optional<String> next() throws IOException {
    ByteArrayOutputStream reversed = new ByteArrayOutputStream();
    int read = previousByte();
    if (read == '\n') {
      read = previousByte();
    }
    if (read < 0) {
      return Optional.empty();
    }
    while (read >= 0 && read != '\n') {
      reversed.write(read);
      read = previousByte();
    }
    if (read == '\n') {
      position++; // it ends the line before
    }
    return Optional.of(reverse(reversed.toByteArray()));
  }

  private int previousByte() throws IOException {
    if (position == 0) {
      if (blockStart == 0) {
        return -1;
      }
      int length = (int) Math.min(BLOCK, blockStart);
      blockStart -= length;
      block = new byte[length];
      file.seek(blockStart);
      file.readFully(block);
      position = length;
    }
    return block[--position] & 0xff;
  }

  private static String reverse(byte[] bytes) {
    byte[] forward = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      forward[i] = bytes[bytes.length - 1 - i];
    }
    return new String(forward, UTF_8);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
