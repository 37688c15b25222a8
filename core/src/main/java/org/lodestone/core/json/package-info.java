/**
 * JSON as a person writes it: read strictly, every value with its line ({@link org.lodestone.core.json.JsonPlace}), and printed as
 * one would type it ({@link org.lodestone.core.json.JsonText}).
 */
@NullMarked
package org.lodestone.core.json;

import org.jspecify.annotations.NullMarked;
