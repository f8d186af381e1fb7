package org.initweights.testing;

import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/** A file in memory that reads and writes a few bytes at a time, and now and then none, as a channel may. */
public final class TricklingChannel extends FileChannel {

    private static final int FEW = 3;

    private byte[] bytes;
    private int calls;

    public TricklingChannel(byte... bytes) {
        this.bytes = bytes.clone();
    }

    /** What is in the file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    private int few(int wanted) {
        return calls++ % 4 == 1 ? 0 : Math.min(FEW, wanted);
    }

    @Override
    public int read(ByteBuffer target, long position) {
        if (position >= bytes.length) {
            return -1;
        }
        int count = few(Math.min(target.remaining(), bytes.length - (int) position));
        target.put(bytes, (int) position, count);
        return count;
    }

    @Override
    public int write(ByteBuffer source, long position) {
        int count = few(source.remaining());
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length, (int) position + count));
        source.get(bytes, (int) position, count);
        return count;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public void force(boolean metaData) {}

    @Override
    protected void implCloseChannel() {}

    @Override
    public int read(ByteBuffer target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }
}
