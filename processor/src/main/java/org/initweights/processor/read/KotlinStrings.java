package org.initweights.processor.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The names in a Kotlin class's metadata: a string for each number, and for some of them how to read it.
 *
 * @param strings the strings of the annotation
 * @param records how each is to be read
 */
record KotlinStrings(List<String> strings, List<ProtobufMessage> records) {

    /** Field numbers of {@code StringTableTypes} and its {@code Record} in Kotlin's {@code jvm_metadata.proto}. */
    private static final int RECORD = 1;

    private static final int RANGE = 1;
    private static final int PREDEFINED = 2;
    private static final int STRING = 6;

    /** Of the names that every compiler knows, those of arrays that hold weights. */
    private static final Map<Long, String> KNOWN = Map.of(19L, "kotlin.DoubleArray", 20L, "kotlin.FloatArray");

    /** Field numbers of {@code Type} and of its arguments. */
    private static final int ARGUMENT = 2;

    private static final int UPPER_BOUND = 5;
    private static final int CLASS_NAME = 6;
    private static final int TYPE_OF_ARGUMENT = 2;

    /** The names that a table describes. */
    static KotlinStrings of(ProtobufMessage table, List<String> strings) {
        List<ProtobufMessage> records = new ArrayList<>();
        for (ProtobufMessage each : table.messages(RECORD)) {
            long range = Math.min(each.number(RANGE).orElse(1), strings.size() - records.size());
            for (long i = 0; i < range; i++) {
                records.add(each);
            }
        }
        return new KotlinStrings(strings, records);
    }

    /** The name with a number. */
    String name(int index) {
        return record(index)
                .flatMap(each -> each.text(STRING))
                .orElseGet(() -> index < strings.size() ? strings.get(index) : "");
    }

    /** The qualified names of all classes in a type. */
    Set<String> classes(ProtobufMessage type) {
        Set<String> names = new HashSet<>();
        addClasses(type, names);
        return Set.copyOf(names);
    }

    private void addClasses(ProtobufMessage type, Set<String> names) {
        OptionalLong name = type.number(CLASS_NAME);
        if (name.isPresent()) {
            names.add(className((int) name.getAsLong()));
        }
        type.message(UPPER_BOUND).ifPresent(bound -> addClasses(bound, names));
        for (ProtobufMessage argument : type.messages(ARGUMENT)) {
            argument.message(TYPE_OF_ARGUMENT).ifPresent(inner -> addClasses(inner, names));
        }
    }

    private String className(int index) {
        OptionalLong known = record(index).map(each -> each.number(PREDEFINED)).orElse(OptionalLong.empty());
        return known.isPresent() ? KNOWN.getOrDefault(known.getAsLong(), "") : qualified(name(index));
    }

    /** The qualified name of a class that is written {@code Ldemo/Outer$Norm;}, or {@code demo/Outer.Norm}. */
    private static String qualified(String written) {
        String name =
                written.startsWith("L") && written.endsWith(";") ? written.substring(1, written.length() - 1) : written;
        return name.replace('/', '.').replace('$', '.');
    }

    private Optional<ProtobufMessage> record(int index) {
        return index < records.size() ? Optional.of(records.get(index)) : Optional.empty();
    }

    /** The names of the classes that a class's metadata write as the JVM does, annotations among them. */
    List<String> described() {
        return strings.stream()
                .filter(written -> written.startsWith("L") && written.endsWith(";"))
                .map(KotlinStrings::qualified)
                .toList();
    }
}
