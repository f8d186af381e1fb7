package readme.stem;

import org.initweights.Parameters;

class Use {
    static Parameters use() {
// README
        return parameters;
    }
}
