package org.initweights.processor.read;

import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import org.initweights.processor.model.Place;
import org.initweights.processor.report.Findings;

/** Whether a field can keep a parameter, whatever its type is. */
record TensorField(SourceLanguage language, SourceTrees sources, Findings findings) {

    /** Whether a field can be a parameter; reports what is wrong with it. */
    boolean canBeParameter(VariableElement field, Place place) {
        String name = field.getSimpleName().toString();
        if (!language.isOfInstance(field)) {
            findings.error(place, "StaticField", name + ": " + language.shared());
            return false;
        }
        if (KotlinFields.isDelegate(field)) {
            findings.error(place, "FieldType", KotlinFields.keepsNoWeights(field));
            return false;
        }
        if (field.getModifiers().contains(Modifier.FINAL) && sources.isNull(field)) {
            findings.error(
                    place,
                    "FinalNull",
                    name + ": final and null, so it never holds a weight; remove final, and it is allocated for you");
        }
        return true;
    }
}
