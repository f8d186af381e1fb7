package readme.stem;

import org.initweights.Parameters;

class Use {
    static Parameters use() {
// snippet of README.md
        return parameters;
    }
}
