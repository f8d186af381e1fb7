package org.initweights.report;

import org.initweights.Nonlinearity;

/**
 * What a report shows, and how closely it looks.
 *
 * @param title the title of the report
 * @param note a line under the title, such as the seed and the date; may be empty. A report has no date of its own: the same
 *     parameters give the same bytes
 * @param activation what the inputs of the weights went through before, for the picture of the signal
 * @param sampleSize how many elements of a parameter are looked at, at most, for histograms and for the Kolmogorov-Smirnov test; moments
 *     and bounds are those of all elements
 * @param spectrumLimit singular values are shown of matrices whose smaller side is no larger than this; 0 for none
 * @param falseAlarms how probable it is, at most, that a report warns of a mean, a deviation or a distribution though every parameter
 *     was drawn as expected
 */
public record ReportOptions(
        String title, String note, Nonlinearity activation, int sampleSize, int spectrumLimit, double falseAlarms) {

    private static final int LEAST_SAMPLE = 100;

    /**
     * Options, checked.
     *
     * @throws IllegalArgumentException if the sample is less than 100 elements, the limit is negative or the false alarms no probability
     *     between 0 and 1
     */
    public ReportOptions {
        if (sampleSize < LEAST_SAMPLE) {
            throw new IllegalArgumentException("sampleSize = " + sampleSize + "; use " + LEAST_SAMPLE + " or more");
        }
        if (spectrumLimit < 0) {
            throw new IllegalArgumentException("spectrumLimit = " + spectrumLimit + "; use 0 for no singular values");
        }
        if (!(falseAlarms > 0 && falseAlarms < 1)) {
            throw new IllegalArgumentException("falseAlarms = " + falseAlarms + "; use a probability between 0 and 1");
        }
    }

    /**
     * Title "Initial weights", no note, linear layers, samples of 65,536, singular values up to 512 rows or columns, and a false alarm in
     * one of 1,000 reports.
     */
    public static ReportOptions defaults() {
        return new ReportOptions("Initial weights", "", Nonlinearity.LINEAR, 1 << 16, 512, 1e-3);
    }

    /** These options with this title. */
    public ReportOptions withTitle(String title) {
        return new ReportOptions(title, note, activation, sampleSize, spectrumLimit, falseAlarms);
    }

    /** These options with this line under the title. */
    public ReportOptions withNote(String note) {
        return new ReportOptions(title, note, activation, sampleSize, spectrumLimit, falseAlarms);
    }

    /** These options for weights whose inputs went through {@code activation}. */
    public ReportOptions withActivation(Nonlinearity activation) {
        return new ReportOptions(title, note, activation, sampleSize, spectrumLimit, falseAlarms);
    }

    /** These options with samples of so many elements at most. */
    public ReportOptions withSampleSize(int sampleSize) {
        return new ReportOptions(title, note, activation, sampleSize, spectrumLimit, falseAlarms);
    }

    /** These options with singular values of matrices up to this size. */
    public ReportOptions withSpectrumLimit(int spectrumLimit) {
        return new ReportOptions(title, note, activation, sampleSize, spectrumLimit, falseAlarms);
    }

    /** These options with another probability that a report of good parameters warns. */
    public ReportOptions withFalseAlarms(double falseAlarms) {
        return new ReportOptions(title, note, activation, sampleSize, spectrumLimit, falseAlarms);
    }
}
