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

/* libxml2 2.12 made the error that a handler is given const. Through this handler Swift sees one type under both: the
   context is a kith_xml_errors, and `report` gets its owner, the line and the message. */
typedef struct {
  void *owner;
  void (*report)(void *owner, int line, const char *message);
} kith_xml_errors;

static void kith_xml_error(void *context,
#if LIBXML_VERSION >= 21200
                           const xmlError *error
#else
                           xmlErrorPtr error
#endif
) {
  kith_xml_errors *errors = (kith_xml_errors *)context;
  errors->report(errors->owner, error->line, error->message);
}

static inline xmlStructuredErrorFunc kith_xml_error_handler(void) { return (xmlStructuredErrorFunc)kith_xml_error; }
