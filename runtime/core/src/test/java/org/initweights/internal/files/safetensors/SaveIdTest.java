package org.initweights.internal.files.safetensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.initweights.TensorShape;
import org.initweights.io.ElementType;
import org.junit.jupiter.api.Test;

class SaveIdTest {

    private static final Header HEADER =
            Header.of(Map.of("format", "pt"), List.of(TensorEntry.of("w", ElementType.F32, TensorShape.of(2, 3))));

    /** The lengths of both texts in 8 bytes stand before them, so that no text can pass for the end of the other. */
    @Test
    void ofWhatIsDrawnIsADigestOfPlanSourceAndHeaders() throws IOException, NoSuchAlgorithmException {
        SaveId id = SaveId.drawn(List.of(HEADER), "plan α", "seed 1");

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        for (String text : List.of("plan α", "seed 1")) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            data.writeLong(encoded.length);
            data.write(encoded);
        }
        data.write(HEADER.with(new SaveId("0".repeat(32))).encoded());
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        assertThat(id.text()).isEqualTo(digest.substring(0, 32));
    }

    @Test
    void ofWhatIsDrawnDiffersWithEachPart() {
        assertThat(List.of(
                        SaveId.drawn(List.of(HEADER), "a", "b"),
                        SaveId.drawn(List.of(HEADER), "ab", ""),
                        SaveId.drawn(List.of(HEADER), "a", "c"),
                        SaveId.drawn(List.of(HEADER, HEADER), "a", "b"),
                        SaveId.drawn(List.of(), "a", "b")))
                .doesNotHaveDuplicates();
    }
}
