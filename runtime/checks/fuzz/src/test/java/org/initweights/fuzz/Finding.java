package org.initweights.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An input with which something is wrong. */
final class Finding {

    private final Class<?> target;
    private final String method;
    private final byte[] input;

    /**
     * An input.
     *
     * @param method the name of the method that fuzzes
     */
    Finding(Class<?> target, String method, byte[] input) {
        this.target = target;
        this.method = method;
        this.input = input;
    }

    /**
     * Where the input is kept, and what to do with it.
     *
     * @param kind what the name of its file begins with
     */
    String help(String kind) {
        return "the input of " + input.length
                + " bytes is the one that is named above, or the fuzzer has written it to runtime/checks/fuzz/"
                + file(kind)
                + "; give it a name that says what is in it, and commit it with the mend: every build tries it then";
    }

    /** Keeps the input where the fuzzer keeps what it finds itself. */
    void write(String kind) {
        try {
            Files.createDirectories(file(kind).getParent());
            Files.write(file(kind), input);
        } catch (IOException e) {
            System.err.println("the input cannot be kept: " + e);
        }
    }

    private Path file(String kind) {
        try {
            String hash =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(input));
            return Path.of("src/test/resources", target.getPackageName().replace('.', '/'))
                    .resolve(target.getSimpleName() + "Inputs")
                    .resolve(method)
                    .resolve(kind + "-" + hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
