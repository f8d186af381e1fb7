package readme.own.encoder;

import org.initweights.annotation.*;

// snippet of runtime/docs/guide/own-values.md
