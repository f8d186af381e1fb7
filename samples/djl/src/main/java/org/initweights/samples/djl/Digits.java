package org.initweights.samples.djl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** Images of handwritten digits, 8 × 8 pixels each. */
record Digits(List<Image> images) {

    /** How many pixels an image has. */
    static final int PIXELS = 64;

    /**
     * One image.
     *
     * @param digit what it shows
     * @param pixels from -1, white, to 1, black
     */
    record Image(int digit, float[] pixels) {

        /** Reads a line as {@link DigitStrokes} writes it. */
        static Image parse(String line) {
            float[] pixels = new float[PIXELS];
            for (int i = 0; i < PIXELS; i++) {
                pixels[i] = Character.digit(line.charAt(i + 2), 16) / 7.5f - 1;
            }
            return new Image(Character.digit(line.charAt(0), 10), pixels);
        }
    }

    /** The digits that ship with the sample. */
    static Digits read() throws IOException {
        try (InputStream file = Objects.requireNonNull(Digits.class.getResourceAsStream("digits.txt"))) {
            return new Digits(new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .map(Image::parse)
                    .toList());
        }
    }

    /** All but every fifth ten, to train with. */
    Digits training() {
        return new Digits(part(group -> group % 5 != 0));
    }

    /** Every fifth ten, to test with. */
    Digits test() {
        return new Digits(part(group -> group % 5 == 0));
    }

    private List<Image> part(IntPredicate groups) {
        return Stream.iterate(0, i -> i < images.size(), i -> i + 1)
                .filter(i -> groups.test(i / 10))
                .map(images::get)
                .toList();
    }

    /** In another order for each epoch. */
    Digits shuffled(int epoch) {
        List<Image> shuffled = new ArrayList<>(images);
        Collections.shuffle(shuffled, new Random(epoch));
        return new Digits(shuffled);
    }

    /** Equal parts of this size, without the rest. */
    List<Digits> batches(int size) {
        return Stream.iterate(0, from -> from + size <= images.size(), from -> from + size)
                .map(from -> new Digits(images.subList(from, from + size)))
                .toList();
    }

    /** All pixels, image after image. */
    float[] pixels() {
        float[] pixels = new float[images.size() * PIXELS];
        for (int i = 0; i < images.size(); i++) {
            System.arraycopy(images.get(i).pixels(), 0, pixels, i * PIXELS, PIXELS);
        }
        return pixels;
    }

    /** What each image shows. */
    int[] labels() {
        return images.stream().mapToInt(Image::digit).toArray();
    }
}
