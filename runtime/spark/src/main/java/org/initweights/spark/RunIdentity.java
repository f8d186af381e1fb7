package org.initweights.spark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.initweights.Parameter;
import org.initweights.Plan;
import org.initweights.RandomSource;
import org.initweights.internal.draw.SamplerSource;

/** Tells runs apart that would write other bytes, or the same in other pieces: a digest of all that decides about them. */
final class RunIdentity {

    private RunIdentity() {}

    static String of(Plan plan, RandomSource source, List<Plan.Shard> shards, long partBytes) throws IOException {
        MessageDigest digest = sha256();
        List<String> names = plan.parameters().stream().map(Parameter::name).toList();
        add(digest, plan.toJson().getBytes(StandardCharsets.UTF_8));
        add(digest, SamplerSource.of(source).fingerprint(names).getBytes(StandardCharsets.UTF_8));
        add(digest, Long.toString(partBytes).getBytes(StandardCharsets.UTF_8));
        for (Plan.Shard shard : shards) {
            add(digest, shard.fileName().getBytes(StandardCharsets.UTF_8));
            add(digest, ShardHeader.bytes(shard, source));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(part.length).flip());
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
