package org.initweights.statistics.tests;

import java.util.List;
import org.initweights.statistics.battery.ChiSquare;
import org.initweights.statistics.battery.PValue;
import org.initweights.statistics.battery.WordTest;
import org.initweights.statistics.words.WordSource;

/** The rank of square matrices of bits, of which each word gives {@code bits}. */
public record MatrixRank(int matrices, int size, int bits) implements WordTest {

    /** Ranks that are less by as much as this, or by more, are one cell. */
    private static final int LARGEST_DEFECT = 5;

    @Override
    public List<PValue> run(WordSource words) {
        Bits source = new Bits(words, bits);
        long[] counts = new long[LARGEST_DEFECT + 1];
        for (int i = 0; i < matrices; i++) {
            counts[Math.min(size - rank(draw(source)), LARGEST_DEFECT)]++;
        }
        return List.of(ChiSquare.test("ranks", probabilities(), counts));
    }

    private long[][] draw(Bits source) {
        long[][] rows = new long[size][size / Long.SIZE];
        for (long[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] = source.next();
            }
        }
        return rows;
    }

    private int rank(long[][] rows) {
        int rank = 0;
        for (int column = 0; column < size; column++) {
            int word = column / Long.SIZE;
            int pivot = rank;
            while (pivot < size && (rows[pivot][word] >>> column & 1) == 0) {
                pivot++;
            }
            if (pivot < size) {
                long[] row = rows[pivot];
                rows[pivot] = rows[rank];
                rows[rank++] = row;
                for (int i = pivot + 1; i < size; i++) {
                    if ((rows[i][word] >>> column & 1) != 0) {
                        add(rows[i], row, word);
                    }
                }
            }
        }
        return rank;
    }

    private static void add(long[] row, long[] other, int from) {
        for (int j = from; j < row.length; j++) {
            row[j] ^= other[j];
        }
    }

    /** Of each defect: 2^(−defect²) · Π (1 − 2^(i−size))² / (1 − 2^(i−rank)) over i below the rank. */
    private double[] probabilities() {
        double[] probabilities = new double[LARGEST_DEFECT + 1];
        double left = 1;
        for (int defect = 0; defect < LARGEST_DEFECT; defect++) {
            int rank = size - defect;
            double product = Math.scalb(1.0, -defect * defect);
            for (int i = 0; i < rank; i++) {
                product *= Math.pow(1 - Math.scalb(1.0, i - size), 2) / (1 - Math.scalb(1.0, i - rank));
            }
            probabilities[defect] = product;
            left -= product;
        }
        probabilities[LARGEST_DEFECT] = Math.max(left, 0);
        return probabilities;
    }
}
