SwaggerUIBundle({
  dom_id: "#docs",
  url: "openapi.json",
  deepLinking: true,
  validatorUrl: null, // the validator would send the address of this service to swagger.io

});
