package readme.first;

import java.util.List;
import org.initweights.annotation.*;

// snippet of README.md
