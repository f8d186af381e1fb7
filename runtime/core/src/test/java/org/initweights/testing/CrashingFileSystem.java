package org.initweights.testing;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file system of the machine, on which nothing changes any more from a chosen change on: creating, deleting, naming and linking
 * fail as if the process had died there.
 */
public final class CrashingFileSystem extends FileSystemProvider {

    /** Thrown where the process would have died. It is no exception that anybody expects. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1;
    }

    private final FileSystemProvider real;
    private final boolean hasLinks;
    private final Runnable event;
    private int changesLeft;
    private int changes;

    /**
     * Crashes at the given change, counted from 0.
     *
     * @param hasLinks whether there are hard links
     */
    public CrashingFileSystem(Path folder, int crash, boolean hasLinks) {
        this(folder, crash, hasLinks, () -> {
            throw new Crash();
        });
    }

    /** Does something else before the given change, counted from 0, and before each that comes after it. */
    public CrashingFileSystem(Path folder, int change, Runnable event) {
        this(folder, change, true, event);
    }

    private CrashingFileSystem(Path folder, int change, boolean hasLinks, Runnable event) {
        this.real = folder.getFileSystem().provider();
        this.changesLeft = change;
        this.hasLinks = hasLinks;
        this.event = event;
    }

    /** How many changes there were. */
    public int changes() {
        return changes;
    }

    private void change() {
        if (changesLeft-- <= 0) {
            event.run();
        }
        changes++;
    }

    /** A path of the machine, seen through this. */
    public Path path(Path path) {
        return (Path) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Path.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "getFileSystem" -> fileSystem;
                        case "toRealPath" -> path(path.toRealPath((LinkOption[]) arguments[0]));
                        case "equals" -> path.equals(real(arguments[0]));
                        default -> wrapped(invoke(method, path, arguments));
                    };
                });
    }

    private static @Nullable Object invoke(Method method, Path path, Object @Nullable [] arguments) throws Throwable {
        Object[] unwrapped = arguments == null ? new Object[0] : arguments.clone();
        for (int i = 0; i < unwrapped.length; i++) {
            unwrapped[i] = real(unwrapped[i]);
        }
        try {
            return method.invoke(path, unwrapped);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private @Nullable Object wrapped(@Nullable Object result) {
        return result instanceof Path path ? path(path) : result;
    }

    private static @Nullable Object real(@Nullable Object path) {
        if (path instanceof Path && Proxy.isProxyClass(path.getClass())) {
            return Path.of(path.toString());
        }
        return path;
    }

    private static Path realPath(Path path) {
        return Path.of(path.toString());
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path file = realPath(path);
        if (options.contains(StandardOpenOption.CREATE_NEW)
                || (options.contains(StandardOpenOption.CREATE) && !Files.exists(file))) {
            change();
        }
        return real.newFileChannel(file, options, attributes);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        change();
        real.delete(realPath(path));
    }

    @Override
    public boolean deleteIfExists(Path path) throws IOException {
        change();
        return real.deleteIfExists(realPath(path));
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        change();
        real.move(realPath(source), realPath(target), options);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        if (!hasLinks) {
            throw new UnsupportedOperationException();
        }
        change();
        real.createLink(realPath(link), realPath(existing));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream<Path> stream = real.newDirectoryStream(realPath(directory), path -> filter.accept(path(path)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> paths = stream.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return paths.hasNext();
                    }

                    @Override
                    public Path next() {
                        return path(paths.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return real.isSameFile(realPath(path), realPath(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(realPath(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(realPath(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(realPath(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(realPath(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(realPath(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(realPath(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        real.setAttribute(realPath(path), attribute, value, options);
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return path(real.readSymbolicLink(realPath(link)));
    }

    @Override
    public String getScheme() {
        return "crashing";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return fileSystem;
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }

    private final FileSystem fileSystem =
            new ForwardingFileSystem(this, Path.of("").getFileSystem());

    /** Everything but the provider is that of the machine. */
    private static final class ForwardingFileSystem extends FileSystem {

        private final CrashingFileSystem provider;
        private final FileSystem real;

        ForwardingFileSystem(CrashingFileSystem provider, FileSystem real) {
            this.provider = provider;
            this.real = real;
        }

        @Override
        public FileSystemProvider provider() {
            return provider;
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public String getSeparator() {
            return real.getSeparator();
        }

        @Override
        public Iterable<Path> getRootDirectories() {
            return real.getRootDirectories();
        }

        @Override
        public Iterable<FileStore> getFileStores() {
            return real.getFileStores();
        }

        @Override
        public Set<String> supportedFileAttributeViews() {
            return real.supportedFileAttributeViews();
        }

        @Override
        public Path getPath(String first, String... more) {
            return provider.path(real.getPath(first, more));
        }

        @Override
        public PathMatcher getPathMatcher(String pattern) {
            PathMatcher matcher = real.getPathMatcher(pattern);
            return path -> matcher.matches(realPath(path));
        }

        @Override
        public UserPrincipalLookupService getUserPrincipalLookupService() {
            return real.getUserPrincipalLookupService();
        }

        @Override
        public WatchService newWatchService() {
            throw new UnsupportedOperationException();
        }
    }
}
