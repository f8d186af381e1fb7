package readme.composed;

import org.initweights.annotation.*;

class Composed {
    static class Config {
        final double range = 0.02;
    }

    final Config config = new Config();
    final int out = 3;
    final int in = 4;

// snippet of runtime/docs/guide/own-initializers.md
}
