package org.initweights.internal.files.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.initweights.Optimizer;
import org.initweights.internal.files.json.JsonNumber;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonValue;
import org.initweights.internal.rule.MupRoles;

/** What the width and the depth of a model do to the learning rate and the output of a parameter, for those who read plans without this library. */
public final class MupJson {

    private MupJson() {}

    /** Adds the numbers that are not 1. The rule beside them, which this library reads, gives the same. */
    public static void add(Map<String, JsonValue> members, MupRoles roles) {
        Map<String, JsonValue> scales = new LinkedHashMap<>();
        boolean all = true;
        for (Optimizer optimizer : Optimizer.values()) {
            double scale = roles.learningRateScale(optimizer);
            scales.put(optimizer.name(), JsonNumber.of(scale));
            all &= scale == 1;
        }
        if (!all) {
            members.put(PlanKeys.LEARNING_RATE_SCALE, new JsonObject(scales));
        }
        if (roles.outputMultiplier() != 1) {
            members.put(PlanKeys.OUTPUT_MULTIPLIER, JsonNumber.of(roles.outputMultiplier()));
        }
        if (roles.branchMultiplier() != 1) {
            members.put(PlanKeys.BRANCH_MULTIPLIER, JsonNumber.of(roles.branchMultiplier()));
        }
    }
}
