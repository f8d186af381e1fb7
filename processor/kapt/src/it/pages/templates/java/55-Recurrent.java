package readme.own.recurrent;

import org.initweights.annotation.*;

// snippet of runtime/docs/guide/own-values.md
