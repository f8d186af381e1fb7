package org.initweights.samples.zoo.clip;

/** The sizes of one tower, of text or of images. */
public record TowerConfig(int hidden, int layers) {

    int intermediate() {
        return 4 * hidden;
    }
}
