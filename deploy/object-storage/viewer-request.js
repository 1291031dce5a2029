// For the network before a bucket (CloudFront Functions, viewer request): `/maths/` is `/maths/index.html`, and
// `/maths` leads to `/maths/`, as on other hosts.
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- CloudFront calls it.
function handler(event) {
  var request = event.request;
  var last = request.uri.slice(request.uri.lastIndexOf('/') + 1);
  if (last === '') request.uri += 'index.html';
  else if (last.indexOf('.') < 0)
    return {
      statusCode: 301,
      statusDescription: 'Moved Permanently',
      // A second slash at the start would make a host of the path.
      headers: { location: { value: request.uri.replace(/^\/+/, '/') + '/' } },
    };
  return request;
}
