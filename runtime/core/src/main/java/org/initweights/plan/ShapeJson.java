package org.initweights.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.json.JsonArray;
import org.initweights.json.JsonNumber;
import org.initweights.json.JsonObject;
import org.initweights.json.JsonString;
import org.initweights.json.JsonValue;

/** Shapes as JSON: an array of sizes, and the roles of the axes where they are not the usual. */
public final class ShapeJson {

    static final String DIMS = "shape";

    private static final String LAYOUT = "layout";
    private static final String GROUPS = "groups";
    private static final String PACKED = "packed";
    private static final String STACKED = "stacked";

    private ShapeJson() {}

    /** A shape: its sizes; an object, if the roles of its axes are not the usual. */
    static JsonValue of(TensorShape shape) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(DIMS, dims(shape));
        addRoles(members, shape.layout(), shape.groups(), shape.packed(), shape.stacked());
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
    public static void addRoles(Map<String, JsonValue> members, Layout layout, int groups, int packed, int stacked) {
        if (layout != Layout.OUT_IN_SPATIAL) {
            members.put(LAYOUT, new JsonString(layout.name()));
        }
        if (groups != 1) {
            members.put(GROUPS, JsonNumber.of(groups));
        }
        if (packed != 1) {
            members.put(PACKED, JsonNumber.of(packed));
        }
        if (stacked != 0) {
            members.put(STACKED, JsonNumber.of(stacked));
        }
    }

    /** A shape in either form. */
    static TensorShape read(JsonValue value, Sizes sizes) {
        return value instanceof JsonObject object ? readMembers(object, sizes) : readDims(value, sizes);
    }

    /** A shape whose sizes and roles are members of {@code object}. */
    static TensorShape readMembers(JsonObject object, Sizes sizes) {
        TensorShape shape = readDims(object.get(DIMS), sizes).withStacked(integer(object, STACKED, 0));
        Layout layout = object.find(LAYOUT)
                .map(name -> RecordReader.constant(name.asString(), Layout.class))
                .orElse(Layout.OUT_IN_SPATIAL);
        return shape.withLayout(layout).withGroups(integer(object, GROUPS, 1)).withPacked(integer(object, PACKED, 1));
    }

    private static TensorShape readDims(JsonValue value, Sizes sizes) {
        return TensorShape.of(
                value.asArray().elements().stream().mapToLong(sizes::size).toArray());
    }

    private static int integer(JsonObject object, String name, int usual) {
        return object.find(name).map(RecordReader::integer).orElse(usual);
    }
}
