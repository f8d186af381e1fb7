package org.initweights.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.initweights.ForwardPath;
import org.initweights.internal.files.StagedFile;
import org.initweights.report.internal.CoordinateContents;
import org.initweights.report.internal.page.CoordinatePage;
import org.initweights.report.internal.page.CoordinatePicture;
import org.initweights.report.internal.pass.CoordinateMeasurement;
import org.initweights.report.internal.text.CoordinateText;

/**
 * A coordinate check: whether the sizes of what the layers of a model give, and what they learn, stay the same when the model grows in width.
 *
 * <pre>{@code
 * CoordinateCheck check = CoordinateCheck.of(
 *         List.of(64, 256, 1024, 4096),
 *         width -> MlpInit.signalPath(new Mlp(width)),
 *         CoordinateOptions.defaults().withStep(new TrainingStep(Optimizer.ADAM, 1e-3)));
 * System.out.println(check);
 * check.writeHtml(Path.of("coordinates.html"));
 * }</pre>
 *
 * <p>Each model is initialised, and the same standard normal inputs pass the weights of its path: y = m · W f(x), with the
 * non-linearity f before the weight W, and m its {@link org.initweights.Parameter#outputMultiplier}. The size of a layer is the root of the mean
 * square of all that it gives. It is stable if the largest over the widths is within {@link CoordinateOptions#factor} of the smallest: what
 * Tensor Programs V calls Θ(1).
 *
 * <p>At the start alone, layers that are initialised by their fan are stable in the usual parametrization as well. What differs is what
 * they learn. So a check {@linkplain CoordinateOptions#withStep with a step} also shows by how much the first step of training on an input
 * changes what each layer gives for it, where each weight learns at the learning rate times its
 * {@link org.initweights.Parameter#learningRateScale}. It is the first step of SGD, or of Adam with ε = 0, for a loss whose gradient by the
 * outputs is standard normal and the same at every width. The changes have to be stable too, or to converge as the width grows: in narrow
 * models, above all in deep ones and with SGD, chance adds to them.
 *
 * <p>The output of a model must not grow, but at the start it may shrink, by the root of the width in µP, and be 0 if its weight is: the
 * paper wants outputs of O(1) there, not of Θ(1). That is allowed to the last layer of the path if it has as many outputs at every
 * width. {@link CoordinateDemand} names what is asked of which sizes.
 *
 * <p>If the output weight starts as 0, the first step changes nothing before it, and the check says so: give it a gain for the check.
 *
 * <p>Source: Yang, Hu and others, <i>Tensor Programs V</i>, 2022, figure 5 and appendix D.1, and {@code mup.coord_check} of Microsoft's package, which
 * takes the mean of |x| and several steps of a training loop.
 *
 * <p>Checks are immutable, and threads may share them; while one is made, it initialises the models, one after the other.
 */
public final class CoordinateCheck {

    private final CoordinateContents contents;

    private CoordinateCheck(CoordinateContents contents) {
        this.contents = contents;
    }

    /** The check with {@linkplain CoordinateOptions#defaults() the usual options}. */
    public static CoordinateCheck of(List<Integer> widths, IntFunction<ForwardPath> model) {
        return of(widths, model, CoordinateOptions.defaults());
    }

    /**
     * The check.
     *
     * @param widths two or more
     * @param model makes a model of a width, and gives the path of a signal through it; the check initialises its parameters
     * @throws IllegalArgumentException if there are not two different widths; if a path has no weights, or weights that are no matrices or do not
     *     follow each other; if the models do not have the same layers, or do not grow; if a step is asked for, and a weight is not
     *     trained or on the path twice, or the last layer has more outputs in wider models
     */
    public static CoordinateCheck of(List<Integer> widths, IntFunction<ForwardPath> model, CoordinateOptions options) {
        return new CoordinateCheck(CoordinateMeasurement.measure(List.copyOf(widths), model, options));
    }

    /** What this check was asked for. */
    public CoordinateOptions options() {
        return contents.options();
    }

    /** The sizes of what the layers give at the start, in the order of the path. */
    public List<LayerCoordinates> initial() {
        return contents.initial();
    }

    /** The sizes of the changes by the first step of training, in the order of the path; empty if no step was asked for. */
    public List<LayerCoordinates> change() {
        return contents.change();
    }

    /** Whether all of them are as they should be. */
    public boolean passes() {
        return contents.all().allMatch(LayerCoordinates::passes);
    }

    /** The check as one page of HTML, which needs no other file and no network. The same check gives the same page. */
    public String html() {
        return CoordinatePage.of(contents);
    }

    /**
     * Writes {@link #html()} to a file, as UTF-8. The file is there as a whole or not at all.
     *
     * @throws IOException if the file cannot be written; what was there before is then still there
     */
    public void writeHtml(Path file) throws IOException {
        write(file, html());
    }

    /** The picture of the page, as an SVG file on light paper. */
    public String svg() {
        return CoordinatePicture.of(contents);
    }

    /**
     * Writes {@link #svg()} to a file, as UTF-8. The file is there as a whole or not at all.
     *
     * @throws IOException if the file cannot be written; what was there before is then still there
     */
    public void writeSvg(Path file) throws IOException {
        write(file, svg());
    }

    /** The check for a terminal, which should show Unicode. */
    public String text() {
        return CoordinateText.of(contents);
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

    /** The same as {@link #text()}. */
    @Override
    public String toString() {
        return text();
    }
}
