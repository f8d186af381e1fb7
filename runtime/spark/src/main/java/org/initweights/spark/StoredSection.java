package org.initweights.spark;

import java.io.Serializable;

/**
 * A tensor of a checkpoint.
 *
 * @param file the file that it is in
 * @param section where it is there
 */
record StoredSection(String file, ShardHeader.Section section) implements Serializable {

    private static final long serialVersionUID = 1;

    long bytes() {
        return section.end() - section.begin();
    }
}
