package org.initweights.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.expression.DimensionReader;
import org.initweights.processor.expression.ExpressionException;
import org.initweights.processor.expression.Quantity;
import org.initweights.processor.expression.Scope;
import org.initweights.processor.expression.Source;
import org.initweights.processor.model.AxisPlaces;
import org.initweights.processor.model.ShapeSpec;

/** Reads which places of an axis a {@code @Slice} means: its range, axis, step and blocks. */
final class PlacesReader {

    private static final Pattern KOTLIN_RANGE = Pattern.compile("(.*?)(\\.\\.<|\\.\\.|\\buntil\\b)(.*)");
    private static final Pattern SIZE = Pattern.compile("n(\\d{1,3})");

    private final AnnotationView slice;
    private final AnnotationView owner;
    private final ShapeSpec shape;
    private final MemberScope model;

    PlacesReader(SliceReader.Rows part, ShapeSpec shape, MemberScope model) {
        this.slice = part.slice();
        this.owner = part.owner();
        this.shape = shape;
        this.model = model;
    }

    /**
     * The places.
     *
     * @throws ExpressionException if the range is not well formed, or it is certain that the axis or its blocks are not there
     */
    AxisPlaces read() throws ExpressionException {
        String text = slice.string("value");
        int rank = shape.dimensions().size();
        if (rank == 0) {
            throw new ExpressionException("SliceRank", "@Slice(\"" + text + "\") needs rows, and a scalar has none");
        }
        int written = slice.integer("axis");
        if (written < -rank || written >= rank) {
            throw refusal(
                    "axis",
                    "SliceRank",
                    "@Slice(axis = " + written + "): the axes are 0 to " + (rank - 1) + ", or " + -rank
                            + " to -1 counted from the last");
        }
        int axis = written < 0 ? written + rank : written;
        int step = slice.integer("step");
        if (step < 1) {
            throw refusal(
                    "step",
                    "SliceStep",
                    "@Slice(step = " + step + "): a step is 1 or more; use 1 for each place, 2 for each second");
        }
        Optional<Dimension> every = every(shape.dimensions().get(axis));
        List<Dimension> range = range(text, every.orElse(shape.dimensions().get(axis)));
        return new AxisPlaces(axis, range.get(0), range.get(1), step, every);
    }

    private static ExpressionException refusal(String member, String id, String problem) {
        return new ExpressionException(id, problem).in(member);
    }

    private Optional<Dimension> every(Dimension all) throws ExpressionException {
        String text = slice.string("every").strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Dimension every;
        try {
            every = DimensionReader.exact(this::lookUp).read(new Source("@Slice", text, "SliceSyntax"));
        } catch (ExpressionException e) {
            throw e.in("every");
        }
        OptionalLong block = every.size();
        if (block.isPresent() && block.getAsLong() < 1) {
            throw refusal(
                    "every",
                    "SliceEvery",
                    "@Slice(every = \"" + text + "\") is " + block.getAsLong() + "; a block has 1 place or more");
        }
        if (block.isPresent() && all.size().isPresent() && all.size().getAsLong() % block.getAsLong() != 0) {
            throw refusal(
                    "every",
                    "SliceEvery",
                    "@Slice(every = \"" + text + "\"): " + all.size().getAsLong() + " / " + block.getAsLong()
                            + " leaves "
                            + all.size().getAsLong() % block.getAsLong()
                            + "; the axis must be whole blocks, such as heads of 3 * headSize rows each");
        }
        return Optional.of(every);
    }

    private List<Dimension> range(String text, Dimension all) throws ExpressionException {
        int colon = text.indexOf(':');
        Matcher kotlin = KOTLIN_RANGE.matcher(text);
        if (colon < 0 && kotlin.matches()) {
            throw new ExpressionException(
                    "SliceSyntax", "@Slice(\"" + text + "\") is no range here; write \"" + written(kotlin) + "\"");
        }
        if (colon < 0) {
            Dimension place = bound(text, all);
            return List.of(place, place.plus(1));
        }
        String from = text.substring(0, colon);
        String to = text.substring(colon + 1);
        int second = to.indexOf(':');
        if (second >= 0) {
            throw new ExpressionException(
                    "SliceSyntax",
                    "@Slice(\"" + text + "\") has two colons; the step has a member of its own: @Slice(value = \""
                            + text.substring(0, colon + 1 + second).strip() + "\", step = "
                            + to.substring(second + 1).strip() + ")");
        }
        return List.of(from.isBlank() ? Dimension.of(0) : bound(from, all), to.isBlank() ? all : bound(to, all));
    }

    /** A range of Kotlin's, {@code 0..<n}, {@code 0 until n} or {@code 0..last}, as annotations write it. */
    private static String written(MatchResult kotlin) {
        String from = kotlin.group(1).strip();
        String to = kotlin.group(3).strip();
        boolean inclusive = kotlin.group(2).equals("..");
        String end =
                !inclusive ? to : to.matches("\\d{1,9}") ? Integer.toString(Integer.parseInt(to) + 1) : to + " + 1";
        return from + " : " + end;
    }

    /** One end of a range; below zero it counts from the last place. */
    private Dimension bound(String text, Dimension all) throws ExpressionException {
        Dimension bound =
                DimensionReader.rounding(this::lookUp).read(new Source("@Slice", text.strip(), "SliceSyntax"));
        return bound.size().isPresent() && bound.size().getAsLong() < 0
                ? all.plus(bound.size().getAsLong())
                : bound;
    }

    private Scope.Meaning lookUp(List<String> path) throws ExpressionException {
        boolean isQualified = path.size() == 2 && path.get(0).equals(QualifiedName.SHAPE);
        String name = path.get(path.size() - 1);
        boolean isMember = path.size() == 1 && !name.equals("rows") && owner.declaresNumber(name);
        Optional<Dimension> ofShape = isQualified || (path.size() == 1 && !isMember) ? size(name) : Optional.empty();
        if (ofShape.isPresent()) {
            if (!isQualified) {
                QualifiedName.refuseTwoMeanings(name, Quantity.of(ofShape.get()), model);
            }
            return new Scope.Size(ofShape.get());
        }
        if (path.size() > 1 && path.get(0).equals(QualifiedName.MODEL) && !model.has(QualifiedName.MODEL)) {
            return model.lookUp(path.subList(1, path.size()));
        }
        return isMember ? member(name) : model.lookUp(path);
    }

    /** A size of the shape: {@code rows}, or {@code n0}, {@code n1} … as tables call them. */
    private Optional<Dimension> size(String name) {
        if (name.equals("rows")) {
            return Optional.of(shape.dimensions().get(0));
        }
        Matcher size = SIZE.matcher(name);
        return Optional.of(size)
                .filter(Matcher::matches)
                .map(matcher -> Integer.parseInt(matcher.group(1)))
                .filter(axis -> axis < shape.dimensions().size())
                .map(shape.dimensions()::get);
    }

    /** A member of the annotation that the range is on, or what the model has in its place. */
    private Scope.Meaning member(String name) throws ExpressionException {
        boolean ofModel = OmittedNumbers.number(owner, name, new FieldNames(Optional.empty(), model))
                .isPresent();
        return ofModel ? model.lookUp(List.of(name)) : new Scope.Known((long) owner.number(name));
    }
}
