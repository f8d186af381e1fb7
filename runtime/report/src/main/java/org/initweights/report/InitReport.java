package org.initweights.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.initweights.Parameters;
import org.initweights.internal.files.StagedFile;
import org.initweights.internal.work.Workers;
import org.initweights.report.internal.ReportContents;
import org.initweights.report.internal.check.Warnings;
import org.initweights.report.internal.image.PngReport;
import org.initweights.report.internal.measure.DerivedValues;
import org.initweights.report.internal.measure.TensorMeasurement;
import org.initweights.report.internal.page.Page;
import org.initweights.report.internal.text.TextReport;

/**
 * What was initialised, for people to look at: as a page, as text for a terminal, as a picture, and as data.
 *
 * <pre>{@code
 * InitReport report = InitReport.of(NetInit.parameters(net));
 * report.writeHtml(Path.of("net.html"));
 * System.out.println(report);
 * }</pre>
 *
 * <p>All elements are read once, a chunk at a time, several parameters at the same time. Moments, bounds and counts are those of all
 * elements; histograms and the Kolmogorov-Smirnov test look at a sample, {@link ReportOptions#sampleSize()}.
 *
 * <p>Reports are immutable, and threads may share them; while one is made, no other thread may write the parameters.
 */
public final class InitReport {

    private final ReportContents contents;

    private InitReport(ReportContents contents) {
        this.contents = contents;
    }

    /** The report on the parameters as they are now. */
    public static InitReport of(Parameters parameters) {
        return of(parameters, ReportOptions.defaults());
    }

    /** The report on the parameters as they are now. */
    public static InitReport of(Parameters parameters, ReportOptions options) {
        return of(parameters.stream().map(ReportTensor::of).toList(), options);
    }

    /** The report on tensors that need not be of a model, such as those of a checkpoint. */
    public static InitReport of(Collection<? extends ReportTensor> tensors, ReportOptions options) {
        List<ReportTensor> list = List.copyOf(tensors);
        ParameterReport[] measured = new ParameterReport[list.size()];
        DerivedValues derived = DerivedValues.of(list);
        Workers.COMMON_POOL.run(
                measured.length, i -> measured[i] = TensorMeasurement.measure(list.get(i), options, derived));
        List<ParameterReport> parameters = List.of(measured);
        List<Warning> warnings = Warnings.of(parameters, options.falseAlarms());
        return new InitReport(new ReportContents(options, parameters, warnings));
    }

    /** What this report was asked for. */
    public ReportOptions options() {
        return contents.options();
    }

    /** What was found of each parameter, in their order. */
    public List<ParameterReport> parameters() {
        return contents.parameters();
    }

    /** What is probably wrong: that of the whole model first, then of its parameters in their order, one warning each at most. */
    public List<Warning> warnings() {
        return contents.warnings();
    }

    /**
     * The report as one page of HTML, which needs no other file and no network. The same report gives the same page.
     *
     * <p>Of more than 500 parameters, 500 have pictures: those with warnings first, then one of each kind, then those that fit worst. The
     * others have a row of numbers, and the page says so. A report on some of the parameters shows their pictures:
     *
     * <pre>{@code
     * InitReport.of(parameters.named("layers.0.**")).html();
     * }</pre>
     */
    public String html() {
        return Page.of(contents);
    }

    /**
     * Writes {@link #html()} to a file, as UTF-8. The file is there as a whole or not at all.
     *
     * @throws IOException if the file cannot be written; what was there before is then still there
     */
    public void writeHtml(Path file) throws IOException {
        write(file, html());
    }

    /** The report for a terminal, which should show Unicode. */
    public String text() {
        return TextReport.of(contents);
    }

    /**
     * Writes {@link #text()} and the end of a line to a file, as UTF-8. The file is there as a whole or not at all.
     *
     * @throws IOException if the file cannot be written; what was there before is then still there
     */
    public void writeText(Path file) throws IOException {
        write(file, text() + "\n");
    }

    private static void write(Path file, String text) throws IOException {
        StagedFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The head of the report, with its warnings and pictures of all layers, as a picture in PNG.
     *
     * @throws UnsupportedOperationException if Java runs without its module {@code java.desktop}
     */
    public byte[] png() {
        return PngReport.of(contents);
    }

    /**
     * Writes {@link #png()} to a file. The file is there as a whole or not at all.
     *
     * @throws IOException if the file cannot be written; what was there before is then still there
     * @throws UnsupportedOperationException if Java runs without its module {@code java.desktop}
     */
    public void writePng(Path file) throws IOException {
        StagedFile.write(file, png());
    }

    /** The same as {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }
}
