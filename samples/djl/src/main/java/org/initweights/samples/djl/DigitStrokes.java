package org.initweights.samples.djl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws the digits that ship with this sample: strokes of a pen, moved, turned and scaled by chance, on 8 × 8 pixels of 16 greys. The same seed always
 * draws the same digits.
 */
final class DigitStrokes {

    /** How many digits the sample has, as many of each. */
    static final int COUNT = 800;

    private static final long SEED = 2026;
    private static final int SIDE = 8;

    /** A point of the paper, whose corners are (-1, -1) and (1, 1); y goes down. */
    private record Point(double x, double y) {

        /** How far it is to the line from {@code a} to {@code b}. */
        double distance(Point a, Point b) {
            double dx = b.x - a.x;
            double dy = b.y - a.y;
            double length = dx * dx + dy * dy;
            double along = length == 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / length));
            double offX = x - a.x - along * dx;
            double offY = y - a.y - along * dy;
            return Math.sqrt(offX * offX + offY * offY);
        }
    }

    /** How a digit lies on the paper. */
    private record Hand(double turn, double slant, double width, double height, double right, double down, double pen) {

        static Hand any(SplittableRandom random) {
            return new Hand(
                    random.nextDouble(-0.15, 0.15),
                    random.nextDouble(-0.25, 0.25),
                    random.nextDouble(0.75, 1.05),
                    random.nextDouble(0.8, 1.05),
                    random.nextDouble(-0.15, 0.15),
                    random.nextDouble(-0.12, 0.12),
                    random.nextDouble(0.14, 0.24));
        }

        Point place(Point point) {
            double x = point.x * width - slant * point.y;
            double y = point.y * height;
            double sin = StrictMath.sin(turn);
            double cos = StrictMath.cos(turn);
            return new Point(x * cos - y * sin + right, x * sin + y * cos + down);
        }
    }

    private DigitStrokes() {}

    /** Writes the file from which {@link Digits} reads. */
    public static void main(String... args) throws IOException {
        Files.write(Path.of(args[0]), lines());
    }

    /** One line a digit: what it is, and 64 greys from 0 to f. */
    static List<String> lines() {
        SplittableRandom random = new SplittableRandom(SEED);
        return IntStream.range(0, COUNT)
                .mapToObj(i -> i % 10 + " " + draw(strokes(i % 10), Hand.any(random), random))
                .toList();
    }

    private static String draw(List<List<Point>> strokes, Hand hand, SplittableRandom random) {
        List<List<Point>> placed = strokes.stream()
                .map(stroke -> stroke.stream().map(hand::place).toList())
                .toList();
        StringBuilder greys = new StringBuilder();
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                Point pixel = new Point((2 * column + 1) / (double) SIDE - 1, (2 * row + 1) / (double) SIDE - 1);
                double ink = 1.5 - distance(pixel, placed) / hand.pen + random.nextDouble(-0.15, 0.15);
                greys.append(Character.forDigit((int) Math.round(15 * Math.max(0, Math.min(1, ink))), 16));
            }
        }
        return greys.toString();
    }

    private static double distance(Point pixel, List<List<Point>> strokes) {
        double nearest = Double.MAX_VALUE;
        for (List<Point> stroke : strokes) {
            for (int i = 1; i < stroke.size(); i++) {
                nearest = Math.min(nearest, pixel.distance(stroke.get(i - 1), stroke.get(i)));
            }
        }
        return nearest;
    }

    private static List<List<Point>> strokes(int digit) {
        return switch (digit) {
            case 0 -> List.of(arc(0, 0, 0.55, 0.8, 0, 360));
            case 1 -> List.of(line(-0.3, -0.5, 0.1, -0.8, 0.1, 0.8));
            case 2 -> List.of(join(arc(0, -0.4, 0.5, 0.4, 180, 380), line(0.47, -0.25, -0.5, 0.8, 0.55, 0.8)));
            case 3 -> List.of(arc(0, -0.4, 0.45, 0.4, 200, 450), arc(0, 0.4, 0.5, 0.4, 270, 520));
            case 4 -> List.of(line(0.2, -0.8, -0.55, 0.3, 0.6, 0.3), line(0.25, -0.1, 0.25, 0.8));
            case 5 -> List.of(join(line(0.5, -0.8, -0.4, -0.8, -0.4, -0.1), arc(0, 0.3, 0.5, 0.5, 220, 510)));
            case 6 -> List.of(arc(0.4, 0.3, 0.9, 1.1, 180, 255), arc(0, 0.35, 0.5, 0.45, 0, 360));
            case 7 -> List.of(line(-0.5, -0.8, 0.5, -0.8, -0.1, 0.8));
            case 8 -> List.of(arc(0, -0.4, 0.4, 0.4, 0, 360), arc(0, 0.4, 0.5, 0.4, 0, 360));
            default -> List.of(arc(0, -0.35, 0.5, 0.45, 0, 360), arc(-0.4, -0.3, 0.9, 1.1, 0, 75));
        };
    }

    private static List<Point> line(double... coordinates) {
        return IntStream.range(0, coordinates.length / 2)
                .mapToObj(i -> new Point(coordinates[2 * i], coordinates[2 * i + 1]))
                .toList();
    }

    /** A part of an ellipse; 0 degrees are on the right, 90 below. */
    private static List<Point> arc(double x, double y, double width, double height, int from, int to) {
        List<Point> points = new ArrayList<>();
        for (int degrees = from; degrees <= to; degrees += 10) {
            double angle = StrictMath.toRadians(degrees);
            points.add(new Point(x + width * StrictMath.cos(angle), y + height * StrictMath.sin(angle)));
        }
        return points;
    }

    private static List<Point> join(List<Point> first, List<Point> second) {
        List<Point> points = new ArrayList<>(first);
        points.addAll(second);
        return points;
    }
}
