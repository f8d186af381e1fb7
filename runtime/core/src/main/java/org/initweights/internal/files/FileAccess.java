package org.initweights.internal.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The access rights of a file, for the file that takes its place.
 *
 * @param posix owner, group and permissions, where the file system has them
 * @param acl the access control list, where the file system has it
 */
public record FileAccess(
        @Nullable PosixFileAttributes posix, @Nullable List<AclEntry> acl) {

    /** The access of files that replace nothing: what the system gives them. */
    public static final FileAccess OF_NEW_FILES = new FileAccess(null, null);

    private static final FileAttribute<?> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** The access of the first of these files that is there. */
    public static FileAccess ofFirst(Path... files) throws IOException {
        for (Path file : files) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return of(file);
            }
        }
        return OF_NEW_FILES;
    }

    private static FileAccess of(Path file) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        AclFileAttributeView acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
        return new FileAccess(posix == null ? null : posix.readAttributes(), acl == null ? null : acl.getAcl());
    }

    /** What a file is created with that gets this access once it is complete: until then only its owner can read it. */
    public FileAttribute<?>[] whileWritten() {
        return posix == null ? new FileAttribute<?>[0] : new FileAttribute<?>[] {OWNER_ALONE};
    }

    /**
     * Gives a file this access. Owner and group are kept as far as the system lets this process; if it may not keep the group, the
     * group that the file has instead may do no more than everybody.
     */
    public void applyTo(Path file) throws IOException {
        if (posix != null) {
            apply(posix, file);
        }
        if (acl != null) {
            Files.getFileAttributeView(file, AclFileAttributeView.class).setAcl(acl);
        }
    }

    private static void apply(PosixFileAttributes kept, Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributes now = view.readAttributes();
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(kept.permissions());
        if (!now.group().equals(kept.group()) && !isAllowed(() -> view.setGroup(kept.group()))) {
            restrictGroup(permissions);
        }
        view.setPermissions(permissions);
        if (!now.owner().equals(kept.owner())) {
            isAllowed(() -> view.setOwner(kept.owner()));
        }
    }

    private static void restrictGroup(Set<PosixFilePermission> permissions) {
        if (!permissions.contains(PosixFilePermission.OTHERS_READ)) {
            permissions.remove(PosixFilePermission.GROUP_READ);
        }
        if (!permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            permissions.remove(PosixFilePermission.GROUP_WRITE);
        }
        if (!permissions.contains(PosixFilePermission.OTHERS_EXECUTE)) {
            permissions.remove(PosixFilePermission.GROUP_EXECUTE);
        }
    }

    /** Something that only some users may do. */
    private interface Change {
        void make() throws IOException;
    }

    private static boolean isAllowed(Change change) {
        try {
            change.make();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
