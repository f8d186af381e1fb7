package readme.own.code;

import java.util.Map;
import org.initweights.Initializers;
import org.initweights.Weights;

// snippet of runtime/docs/guide/own-values.md
