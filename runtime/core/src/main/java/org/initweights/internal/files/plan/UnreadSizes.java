package org.initweights.internal.files.plan;

import java.util.List;
import org.initweights.internal.expression.Sizes;
import org.initweights.internal.files.json.JsonArray;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonString;
import org.initweights.internal.files.json.JsonValue;

/**
 * The sizes of what a plan has and a reader leaves out: a parameter whose condition is false, a rule that another wins over. They may be given all the
 * same.
 */
final class UnreadSizes {

    private static final List<String> KEYS = List.of(PlanKeys.SHAPE, PlanKeys.GROUPS, PlanKeys.PACKED, PlanKeys.RULE);

    private UnreadSizes() {}

    /** Those of a parameter. */
    static void ofParameter(JsonObject member, Sizes sizes) {
        KEYS.forEach(key -> member.find(key).ifPresent(value -> of(value, sizes)));
    }

    /** Those of a rule. */
    static void ofRule(JsonObject member, Sizes sizes) {
        member.find(PlanKeys.RULE).ifPresent(rule -> of(rule, sizes));
    }

    private static void of(JsonValue value, Sizes sizes) {
        if (value instanceof JsonString text) {
            sizes.leaveOut(text.text());
        } else if (value instanceof JsonArray array) {
            array.elements().forEach(element -> of(element, sizes));
        } else if (value instanceof JsonObject object) {
            object.members().values().forEach(member -> of(member, sizes));
        }
    }
}
