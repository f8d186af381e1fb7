package org.initweights.processor.write;

import java.util.List;
import java.util.Map;
import org.initweights.internal.files.json.JsonArray;
import org.initweights.internal.files.json.JsonObject;
import org.initweights.internal.files.json.JsonString;
import org.initweights.internal.files.json.JsonWriter;
import org.initweights.internal.files.plan.ModelFiles;
import org.initweights.processor.model.ModelSpec;

/** What GraalVM's native images need to know of a model: that its generated class is looked up by its name. */
public final class NativeImageJson {

    private NativeImageJson() {}

    /** The path of the file among the compiled classes. */
    public static String path(ModelSpec model) {
        return ModelFiles.reflection(model.name().packageName(), model.name().simpleNames());
    }

    /** The file. */
    public static String of(ModelSpec model) {
        JsonObject init =
                new JsonObject(Map.of("name", new JsonString(model.init().canonicalName())));
        return JsonWriter.indented(new JsonArray(List.of(init))) + "\n";
    }
}
