package org.initweights.torch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** In which order PyTorch's constructors draw the parameters of layers that contain attention. */
final class ConstructionOrder {

    private ConstructionOrder() {}

    /** The names of a {@code state_dict}, the out-projection of each attention before the rest of it. */
    static List<String> of(Set<String> stateDict) {
        List<String> names = new ArrayList<>(stateDict);
        Map<String, Integer> firstOfAttention = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            firstOfAttention.putIfAbsent(attention(names.get(i)), i);
        }
        names.sort(Comparator.<String>comparingInt(name -> firstOfAttention.get(attention(name)))
                .thenComparing(name -> !name.contains("out_proj.")));
        return names;
    }

    /** The attention that a parameter belongs to; the parameter itself, if to none. */
    private static String attention(String name) {
        String owner = name.replaceFirst("(in_proj_|out_proj[.]|[qkv]_proj_|bias_[kv]).*", "");
        return owner.equals(name) ? name : owner + "attention";
    }
}
