package readme.rules;

import java.util.Map;
import org.initweights.JaxKey;
import org.initweights.RandomSource;

class JaxKeys {
    static void initialize(Map<String, JaxKey> keys) {
// snippet of runtime/docs/parity.md
    }
}
