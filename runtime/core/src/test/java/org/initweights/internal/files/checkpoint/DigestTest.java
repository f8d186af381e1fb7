package org.initweights.internal.files.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {

    /** The example of FIPS 180-4. */
    @Test
    void isSha256OfAllPartsAfterEachOther() {
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

        assertThat(Digest.of(List.of(Digest.bytes("abc")))).isEqualTo(abc);
        assertThat(Digest.of(List.of(Digest.bytes("a"), Digest.bytes(""), Digest.bytes("bc"))))
                .isEqualTo(abc);
        assertThat(Digest.bytes("é")).containsExactly(0xC3, 0xA9);
    }
}
