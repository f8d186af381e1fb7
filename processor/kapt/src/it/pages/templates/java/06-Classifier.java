package readme.first;

import org.initweights.annotation.*;

// snippet of README.md
