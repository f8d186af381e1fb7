package org.initweights.processor.write;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import org.initweights.Fill;
import org.initweights.Layout;
import org.initweights.TensorShape;
import org.initweights.processor.expression.Dimension;
import org.initweights.processor.model.AxisRoles;
import org.initweights.processor.model.InitializerSpec;
import org.initweights.processor.model.Member;
import org.initweights.processor.model.ModelSpec;
import org.initweights.processor.model.ParameterSpec;
import org.initweights.processor.model.RuleSpec;
import org.initweights.processor.model.SliceSpec;
import org.initweights.processor.model.SubModelSpec;

/** A model's plan as data: what each parameter will hold, in the order of declaration, so that a review shows what changed. */
public final class PlanJson {

    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    private PlanJson() {}

    /** The path of the file among the compiled classes. */
    public static String path(ModelSpec model) {
        String name = model.name().packageName().isEmpty() ? "" : model.name().packageName() + ".";
        return "META-INF/initweights/" + name + String.join("_", model.name().simpleNames()) + ".json";
    }

    /** The file. */
    public static String of(ModelSpec model) {
        JsonObject plan = new JsonObject();
        plan.addProperty("model", model.name().canonicalName());
        model.parent()
                .ifPresent(parent -> plan.addProperty("extends", parent.name().canonicalName()));
        if (!model.alternatives().isEmpty()) {
            JsonArray alternatives = new JsonArray();
            model.alternatives()
                    .forEach(alternative -> alternatives.add(alternative.name().canonicalName()));
            plan.add("implementedBy", alternatives);
        }
        JsonArray members = new JsonArray();
        for (Member member : model.members()) {
            members.add(
                    member instanceof ParameterSpec parameter ? parameter(parameter) : subModel((SubModelSpec) member));
        }
        plan.add("members", members);
        if (!model.rules().isEmpty()) {
            plan.add("rules", rules(model.rules()));
        }
        return GSON.toJson(plan) + "\n";
    }

    private static JsonArray rules(List<RuleSpec> rules) {
        JsonArray json = new JsonArray();
        for (RuleSpec rule : rules) {
            JsonObject one = new JsonObject();
            one.addProperty("rule", rule.display());
            JsonArray wins = new JsonArray();
            rule.wins().forEach(wins::add);
            one.add("wins", wins);
            json.add(one);
        }
        return json;
    }

    private static JsonObject subModel(SubModelSpec member) {
        JsonObject json = new JsonObject();
        json.addProperty("name", member.name() + (member.holder() == SubModelSpec.Holder.FIELD ? "" : ".*"));
        json.addProperty("model", member.model().canonicalName());
        return json;
    }

    private static JsonObject parameter(ParameterSpec parameter) {
        JsonObject json = new JsonObject();
        json.addProperty("name", parameter.name());
        JsonArray shape = new JsonArray();
        for (Dimension dimension : parameter.shape().dimensions()) {
            if (dimension.size().isPresent()) {
                shape.add(dimension.size().getAsLong());
            } else {
                shape.add(dimension.text());
            }
        }
        json.add("shape", shape);
        addRoles(json, parameter.shape().roles());
        json.addProperty("initializer", display(parameter.initializer()));
        if (!parameter.slices().isEmpty()) {
            json.add("slices", slices(parameter.slices()));
        }
        parameter
                .shape()
                .known()
                .map(TensorShape::elements)
                .ifPresent(elements -> json.addProperty("elements", elements));
        parameter.fill().ifPresent(fill -> addFill(json, fill));
        return json;
    }

    private static String display(InitializerSpec initializer) {
        return initializer.isGiven() ? initializer.display() : "slices";
    }

    private static void addRoles(JsonObject json, AxisRoles roles) {
        if (roles.layout() != Layout.OUT_IN_SPATIAL) {
            json.addProperty("layout", roles.layout().name());
        }
        if (roles.groups() != 1) {
            json.addProperty("groups", roles.groups());
        }
        if (roles.packed() != 1) {
            json.addProperty("packed", roles.packed());
        }
        if (roles.stacked() != 0) {
            json.addProperty("stacked", roles.stacked());
        }
    }

    private static JsonArray slices(List<SliceSpec> slices) {
        JsonArray json = new JsonArray();
        for (SliceSpec slice : slices) {
            JsonObject rows = new JsonObject();
            rows.addProperty("rows", slice.toString());
            rows.addProperty("initializer", slice.initializer().display());
            json.add(rows);
        }
        return json;
    }

    private static void addFill(JsonObject json, Fill fill) {
        json.add("fill", value(fill));
        json.add("mean", value(fill.mean()));
        json.add("std", value(fill.std()));
        json.add("lower", value(fill.lower()));
        json.add("upper", value(fill.upper()));
    }

    /** A component of a fill. Fills are records, so that their components say all; what is not finite is null. */
    private static JsonElement value(Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number) ? new JsonPrimitive(number) : JsonNull.INSTANCE;
        }
        if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        if (value instanceof TensorShape shape) {
            JsonArray dims = new JsonArray();
            for (long dim : shape.dims()) {
                dims.add(dim);
            }
            return dims;
        }
        if (value instanceof List<?> list) {
            JsonArray items = new JsonArray();
            list.forEach(item -> items.add(value(item)));
            return items;
        }
        return value instanceof Record record ? record(record) : new JsonPrimitive(value.toString());
    }

    private static JsonObject record(Record record) {
        JsonObject json = new JsonObject();
        if (record instanceof Fill) {
            json.addProperty("type", typeName(record));
        }
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                json.add(component.getName(), value(component.getAccessor().invoke(record)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return json;
    }

    /** {@code TruncatedNormalFill} is {@code truncatedNormal}. */
    private static String typeName(Record fill) {
        String name = fill.getClass().getSimpleName().replaceFirst("Fill$", "");
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
