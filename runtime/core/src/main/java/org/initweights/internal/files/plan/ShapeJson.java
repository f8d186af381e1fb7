package org.initweights.internal.files.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initweights.Axes;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.internal.axis.AxisRoles;
import org.initweights.internal.expression.Sizes;
import org.initweights.internal.files.json.JsonArray;
import org.initweights.internal.files.json.JsonNumber;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonString;
import org.initweights.internal.files.json.JsonValue;

/** Shapes as JSON: an array of sizes, and the roles of the axes where they are not the usual. */
public final class ShapeJson {

    private static final JsonValue ONE = JsonNumber.of(1);

    private ShapeJson() {}

    /** A shape: its sizes; an object, if the roles of its axes are not the usual. */
    static JsonValue of(TensorShape shape) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(PlanKeys.SHAPE, dims(shape));
        addRoles(members, shape);
        return members.size() == 1 ? dims(shape) : new JsonObject(members);
    }

    /** The sizes alone. */
    static JsonArray dims(TensorShape shape) {
        List<JsonValue> sizes = new ArrayList<>();
        for (long dim : shape.dims()) {
            sizes.add(JsonNumber.of(dim));
        }
        return new JsonArray(sizes);
    }

    /** Adds the roles that are not the usual. */
    static void addRoles(Map<String, JsonValue> members, TensorShape shape) {
        addRoles(
                members,
                new AxisRoles<>(
                        shape.layout(),
                        shape.axes(),
                        JsonNumber.of(shape.groups()),
                        JsonNumber.of(shape.packed()),
                        shape.stacked()));
    }

    /** Adds the roles that are not the usual; groups and packed parts may be expressions. */
    public static void addRoles(Map<String, JsonValue> members, AxisRoles<? extends JsonValue> roles) {
        if (roles.layout() != Layout.OUT_IN_SPATIAL) {
            members.put(PlanKeys.LAYOUT, new JsonString(roles.layout().name()));
        }
        if (!roles.groups().equals(ONE)) {
            members.put(PlanKeys.GROUPS, roles.groups());
        }
        if (!roles.packed().equals(ONE)) {
            members.put(PlanKeys.PACKED, roles.packed());
        }
        if (roles.stacked() != 0) {
            members.put(PlanKeys.STACKED, JsonNumber.of(roles.stacked()));
        }
        roles.axes().ifPresent(found -> {
            members.put(PlanKeys.IN_AXES, numbers(found.inAxes()));
            members.put(PlanKeys.OUT_AXES, numbers(found.outAxes()));
            members.put(PlanKeys.BATCH_AXES, numbers(found.batchAxes()));
        });
    }

    private static JsonArray numbers(List<Integer> axes) {
        return new JsonArray(axes.stream().<JsonValue>map(JsonNumber::of).toList());
    }

    /** Whether a plan needs the version that has axes. */
    static boolean hasAxes(TensorShape shape) {
        return shape.axes().isPresent();
    }

    /** A shape in either form. */
    static TensorShape read(JsonValue value, Sizes sizes) {
        return value instanceof JsonObject object ? readMembers(object, sizes) : readDims(value, sizes);
    }

    /** A shape whose sizes and roles are members of {@code object}. */
    static TensorShape readMembers(JsonObject object, Sizes sizes) {
        TensorShape dims = readDims(object.get(PlanKeys.SHAPE), sizes);
        if (object.find(PlanKeys.IN_AXES).isPresent()) {
            return dims.withAxes(new Axes(
                    axes(object, PlanKeys.IN_AXES),
                    axes(object, PlanKeys.OUT_AXES),
                    axes(object, PlanKeys.BATCH_AXES)));
        }
        TensorShape shape = dims.withStacked(integer(object, PlanKeys.STACKED, 0));
        Layout layout = object.find(PlanKeys.LAYOUT)
                .map(name -> RecordReader.constant(name.asString(), Layout.class))
                .orElse(Layout.OUT_IN_SPATIAL);
        return shape.withLayout(layout)
                .withGroups(size(object, PlanKeys.GROUPS, sizes))
                .withPacked(size(object, PlanKeys.PACKED, sizes));
    }

    private static TensorShape readDims(JsonValue value, Sizes sizes) {
        return TensorShape.of(value.asArray().elements().stream()
                .mapToLong(each -> size(each, sizes))
                .toArray());
    }

    private static List<Integer> axes(JsonObject object, String name) {
        return object.get(name).asArray().elements().stream()
                .map(RecordReader::integer)
                .toList();
    }

    private static long size(JsonObject object, String name, Sizes sizes) {
        return object.find(name).map(value -> size(value, sizes)).orElse(1L);
    }

    /** A size: a number, or the text of an expression. */
    private static long size(JsonValue value, Sizes sizes) {
        return value instanceof JsonString expression
                ? sizes.value(expression.text())
                : value.asNumber().longValue();
    }

    private static int integer(JsonObject object, String name, int usual) {
        return object.find(name).map(RecordReader::integer).orElse(usual);
    }
}
