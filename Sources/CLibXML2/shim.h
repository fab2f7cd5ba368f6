#pragma once

/* Debian's libxml2 headers include ICU's, which clash with the toolchain's _FoundationICU module. Only the layout of
   xmlCharEncodingHandler depends on this macro, and kith never looks inside one. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlwriter.h>

/* xmlFree is a mutable global, which Swift 6 does not let us touch. */
static inline void kith_xml_free(void *pointer) { xmlFree(pointer); }
