package org.initweights.internal.files.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members that are strings, as an unmodifiable map that takes no more memory than they do. */
final class Texts extends AbstractMap<String, String> {

    private final Map<String, JsonValue> members;

    Texts(Map<String, JsonValue> members) {
        this.members = members;
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        JsonValue value = members.get(name);
        return value == null ? null : value.asString();
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return members.containsKey(name);
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return new AbstractSet<>() {

            @Override
            public int size() {
                return members.size();
            }

            @Override
            public Iterator<Map.Entry<String, String>> iterator() {
                Iterator<Map.Entry<String, JsonValue>> all = members.entrySet().iterator();
                return new Iterator<>() {

                    @Override
                    public boolean hasNext() {
                        return all.hasNext();
                    }

                    @Override
                    public Map.Entry<String, String> next() {
                        Map.Entry<String, JsonValue> member = all.next();
                        return Map.entry(member.getKey(), member.getValue().asString());
                    }
                };
            }
        };
    }
}
